import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { conditionOf } from '../../observe/health/HealthRule';
import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';

/** The controller may not make pods: the API server refuses them. */
export const admissionCauses: readonly FailureCause[] = [
  {
    cause: 'quota',
    graceMs: 10_000,
    find: workload =>
      findRefusal(
        workload,
        /exceeded quota|must specify (limits|requests)/i,
        'The namespace has used up its quota: lower resources or replicas, or have the ResourceQuota raised.',
      ),
  },
  {
    cause: 'pod-security',
    graceMs: 3_000,
    find: workload =>
      findRefusal(
        workload,
        /violates PodSecurity/i,
        'Bring the pod up to the namespace’s Pod Security Standard (the evidence names the fields), or declare a lower one in `spec.security.podSecurityStandard`.',
      ),
  },
  {
    cause: 'admission',
    graceMs: 5_000,
    find: workload =>
      findRefusal(
        workload,
        /admission webhook|denied the request|ValidatingAdmissionPolicy/i,
        'A rule of the cluster refuses the pod: do as its message says, or ask who runs the cluster.',
      ),
  },
  {
    cause: 'pods-refused',
    graceMs: 10_000,
    find: workload =>
      findRefusal(
        workload,
        /./,
        'The cluster refuses to make the pods: do as its message says.',
      ),
  },
];

function findRefusal(
  workload: Workload,
  pattern: RegExp,
  remedy: string,
): Finding | undefined {
  const refusal = refusalOf(workload);
  if (!refusal || !pattern.test(refusal.said)) return undefined;
  const { object } = workload;
  return {
    object: refOf(object),
    message: `${object.kind} ${object.metadata.name} cannot make its pods: ${refusal.said}`,
    evidence: refusal.evidence,
    remedy,
  };
}

/** What keeps the controller from making pods now; an old event does not count once there are pods enough. */
function refusalOf(
  workload: Workload,
): { said: string; evidence: string[] } | undefined {
  const { object, replicaSet } = workload;
  for (const owner of [object, replicaSet]) {
    const failure = owner && conditionOf(owner, 'ReplicaFailure');
    if (failure?.status === 'True') {
      const said = failure.message ?? failure.reason ?? '';
      return {
        said,
        evidence: [
          `${owner!.kind} ${owner!.metadata.name}: ${failure.reason}: ${said}`,
        ],
      };
    }
  }
  // These two tell it by events only.
  if (!['StatefulSet', 'DaemonSet', 'Job'].includes(object.kind)) {
    return undefined;
  }
  if (workload.pods.length >= podsWanted(object)) return undefined;
  const event = eventsOf(workload, ['FailedCreate'], object).at(-1);
  return event && { said: event.message, evidence: [eventLine(event)] };
}

function podsWanted(object: KubernetesObject): number {
  if (object.kind === 'DaemonSet') {
    return object.status?.desiredNumberScheduled ?? 0;
  }
  if (object.kind === 'Job') return 1;
  return object.spec?.replicas ?? 1;
}
