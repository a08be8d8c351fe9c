import {
  countOf,
  HEALTHY,
  HealthRule,
  notSeenYet,
  progressing,
} from './HealthRule';

/** Healthy once all pods are ready and of the newest revision (of those that the partition lets be updated). */
export const statefulSetHealth: HealthRule = object => {
  const unseen = notSeenYet(object);
  if (unseen) return unseen;
  const { status = {} } = object;
  const want: number = object.spec?.replicas ?? 1;
  const ready: number = status.readyReplicas ?? 0;
  if (ready < want) return progressing(countOf(ready, want, 'ready'));
  const strategy = object.spec?.updateStrategy;
  // Somebody else replaces the pods: their revision says nothing.
  if (strategy?.type === 'OnDelete') return HEALTHY;
  const partition: number = strategy?.rollingUpdate?.partition ?? 0;
  const toUpdate = Math.max(0, want - partition);
  const updated: number = status.updatedReplicas ?? 0;
  const done =
    partition > 0
      ? updated >= toUpdate
      : status.currentRevision === status.updateRevision || updated >= want;
  return done ? HEALTHY : progressing(countOf(updated, toUpdate, 'updated'));
};
