import {
  conditionOf,
  countOf,
  degraded,
  HEALTHY,
  HealthRule,
  notSeenYet,
  progressing,
  suspended,
} from './HealthRule';

/** Healthy once all pods are of the newest version and available, and none of the old ones is left. */
export const deploymentHealth: HealthRule = object => {
  const unseen = notSeenYet(object);
  if (unseen) return unseen;
  const { status = {} } = object;
  const want: number = object.spec?.replicas ?? 1;
  const progress = conditionOf(object, 'Progressing');
  if (progress?.reason === 'ProgressDeadlineExceeded') {
    return degraded(
      `The rollout made no progress within its deadline: ${countOf(
        status.availableReplicas ?? 0,
        want,
        'available',
      )}`,
    );
  }
  const failure = conditionOf(object, 'ReplicaFailure');
  if (failure?.status === 'True') {
    return degraded(`Pods cannot be made: ${failure.message}`);
  }
  if (object.spec?.paused) return suspended('The rollout is paused');

  const updated: number = status.updatedReplicas ?? 0;
  if (updated < want) return progressing(countOf(updated, want, 'updated'));
  const old = (status.replicas ?? 0) - updated;
  if (old > 0) {
    return progressing(
      `${old} ${old === 1 ? 'pod' : 'pods'} of the version before still to end`,
    );
  }
  const available: number = status.availableReplicas ?? 0;
  if (available < want) {
    return progressing(countOf(available, want, 'available'));
  }
  return HEALTHY;
};
