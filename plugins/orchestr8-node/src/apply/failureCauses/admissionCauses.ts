import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { conditionOf } from '../../observe/health/HealthRule';
import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { saying } from './signs';

/** The controller may not make pods: the API server refuses them. */
export const admissionCauses: readonly FailureCause[] = [
  refusal({
    cause: 'quota',
    means: 'The namespace has used up its quota.',
    graceMs: 10_000,
    pattern: /exceeded quota|must specify (limits|requests)/i,
    remedy:
      'The namespace has used up its quota: lower resources or replicas, or have the ResourceQuota raised.',
  }),
  refusal({
    cause: 'limit-range',
    means: 'The LimitRange of the namespace does not allow the resources.',
    graceMs: 3_000,
    pattern: /(maximum|minimum) \S+ usage per|limit to request ratio/i,
    remedy:
      'The namespace’s LimitRange does not allow these resources: bring `spec.resources` into its bounds, which the message names, or have it changed.',
  }),
  refusal({
    cause: 'pod-security',
    means: 'The pods do not meet the Pod Security Standard of the namespace.',
    graceMs: 3_000,
    pattern: /violates PodSecurity/i,
    remedy:
      'Bring the pod up to the namespace’s Pod Security Standard (the evidence names the fields), or declare a lower one in `spec.security.podSecurityStandard`.',
  }),
  refusal({
    cause: 'missing-service-account',
    means: 'The ServiceAccount of the pods is not there.',
    graceMs: 10_000,
    pattern: /serviceaccount "[^"]+" not found/i,
    remedy:
      'Add that ServiceAccount to the chart, or leave `serviceAccountName` out: the module’s own is used then.',
  }),
  refusal({
    cause: 'missing-priority-class',
    means: 'The cluster has not got the PriorityClass of the pods.',
    graceMs: 3_000,
    pattern: /no PriorityClass with name/i,
    remedy:
      'The cluster has no such PriorityClass: correct `priorityClassName`, or ask who runs the cluster for it.',
  }),
  refusal({
    cause: 'missing-runtime-class',
    means: 'The cluster has not got the RuntimeClass of the pods.',
    graceMs: 3_000,
    pattern: /RuntimeClass "[^"]+" not found/i,
    remedy:
      'The cluster has no such RuntimeClass: correct `runtimeClassName`, or ask who runs the cluster for it.',
  }),
  refusal({
    cause: 'webhook-unreachable',
    means: 'A webhook that has to agree cannot be reached.',
    graceMs: 20_000,
    pattern: /failed calling webhook/i,
    remedy:
      'The API server cannot reach a webhook that has to agree: see that its pods run, or ask who runs the cluster.',
  }),
  refusal({
    cause: 'admission',
    means: 'A rule of the cluster refuses the pods.',
    graceMs: 5_000,
    pattern:
      /admission webhook|denied the request|denied request|ValidatingAdmissionPolicy/i,
    remedy:
      'A rule of the cluster refuses the pod: do as its message says, or ask who runs the cluster.',
  }),
  refusal({
    cause: 'pods-refused',
    means: 'The cluster refuses the pods for another reason.',
    // Not before the causes that it would hide.
    graceMs: 20_000,
    pattern: /./,
    remedy: 'The cluster refuses to make the pods: do as its message says.',
  }),
];

interface RefusedPods {
  cause: string;
  means: string;
  graceMs: number;
  pattern: RegExp;
  remedy: string;
}

function refusal(told: RefusedPods): FailureCause {
  const { pattern, ...words } = told;
  return {
    ...words,
    sign: `A condition \`ReplicaFailure\` or an event \`FailedCreate\` of what makes the pods${saying(
      pattern,
    )}.`,
    find: workload => findRefusal(workload, told),
  };
}

function findRefusal(
  workload: Workload,
  { pattern, remedy }: RefusedPods,
): Finding | undefined {
  const found = refusalOf(workload);
  if (!found || !pattern.test(found.said)) return undefined;
  const { object } = workload;
  return {
    object: refOf(object),
    message: `${object.kind} ${object.metadata.name} cannot make its pods: ${found.said}`,
    evidence: found.evidence,
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
