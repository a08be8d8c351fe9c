import {
  countOf,
  HEALTHY,
  HealthRule,
  notSeenYet,
  progressing,
} from './HealthRule';

/** Healthy once every node that wants a pod has an updated and available one. */
export const daemonSetHealth: HealthRule = object => {
  const unseen = notSeenYet(object);
  if (unseen) return unseen;
  const { status = {} } = object;
  const want: number = status.desiredNumberScheduled ?? 0;
  if (object.spec?.updateStrategy?.type !== 'OnDelete') {
    const updated: number = status.updatedNumberScheduled ?? 0;
    if (updated < want) return progressing(countOf(updated, want, 'updated'));
  }
  const available: number = status.numberAvailable ?? 0;
  return available < want
    ? progressing(countOf(available, want, 'available'))
    : HEALTHY;
};
