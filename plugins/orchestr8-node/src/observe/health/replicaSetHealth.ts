import {
  conditionOf,
  countOf,
  degraded,
  HEALTHY,
  HealthRule,
  notSeenYet,
  progressing,
} from './HealthRule';

/** Healthy once as many pods are available as it wants; none is fine for one that has been scaled away. */
export const replicaSetHealth: HealthRule = object => {
  const unseen = notSeenYet(object);
  if (unseen) return unseen;
  const failure = conditionOf(object, 'ReplicaFailure');
  if (failure?.status === 'True') {
    return degraded(`Pods cannot be made: ${failure.message}`);
  }
  const want: number = object.spec?.replicas ?? 1;
  const available: number = object.status?.availableReplicas ?? 0;
  return available < want
    ? progressing(countOf(available, want, 'available'))
    : HEALTHY;
};
