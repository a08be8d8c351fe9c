import { conditionOf } from '../../observe/health/HealthRule';
import { containerStatuses, podHealth } from '../../observe/health/podHealth';
import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause } from './FailureCause';

/** The controller itself has given up. */
export const rolloutCauses: readonly FailureCause[] = [
  jobEnd(
    'job-deadline',
    ['DeadlineExceeded'],
    'It ran longer than its `activeDeadlineSeconds`: see in the log of its pod what took so long, or raise it.',
  ),
  jobEnd(
    'job-failed',
    undefined,
    'Read the log of its last pod, mend the cause, deploy again.',
  ),
  {
    cause: 'pod-evicted',
    graceMs: 0,
    find: ({ object }) =>
      object.kind === 'Pod' && object.status?.reason === 'Evicted'
        ? {
            object: refOf(object),
            message: `Pod ${object.metadata.name} was evicted from its node: ${object.status.message}`,
            evidence: [podHealth(object).message ?? 'Evicted'],
            remedy:
              'Its node ran short of what the message names: set requests and limits to what it uses (`ephemeral-storage` for files), and deploy again.',
          }
        : undefined,
  },
  {
    cause: 'pod-failed',
    graceMs: 0,
    find: ({ object }) =>
      object.kind === 'Pod' && object.status?.phase === 'Failed'
        ? {
            object: refOf(object),
            message: `Pod ${object.metadata.name} failed: ${
              podHealth(object).message
            }`,
            evidence: [podHealth(object).message ?? 'phase Failed'],
            remedy: 'Read its log, mend the cause, deploy again.',
          }
        : undefined,
  },
  {
    cause: 'progress-deadline',
    graceMs: 0,
    find: workload => {
      const { object } = workload;
      const progress = conditionOf(object, 'Progressing');
      if (progress?.reason !== 'ProgressDeadlineExceeded') return undefined;
      return {
        object: refOf(object),
        message: `${object.kind} ${
          object.metadata.name
        } made no progress within ${
          object.spec?.progressDeadlineSeconds ?? 600
        } seconds`,
        evidence: [
          `${object.kind} ${object.metadata.name}: ${progress.reason}: ${progress.message}`,
          ...podLines(workload),
          ...eventsOf(workload, ['Unhealthy']).slice(-2).map(eventLine),
        ],
        remedy:
          'See what its pods wait for; if they only need longer, raise `progressDeadlineSeconds` of the Deployment.',
      };
    },
  },
];

/** `reasons` absent: whatever the reason. */
function jobEnd(
  cause: string,
  reasons: readonly string[] | undefined,
  remedy: string,
): FailureCause {
  return {
    cause,
    graceMs: 0,
    find: workload => {
      const { object } = workload;
      const failed = object.kind === 'Job' && conditionOf(object, 'Failed');
      if (!failed || failed.status !== 'True') return undefined;
      if (reasons && !reasons.includes(failed.reason ?? '')) return undefined;
      return {
        object: refOf(object),
        message: `Job ${object.metadata.name} failed (${failed.reason}): ${failed.message}`,
        evidence: [
          `Job ${object.metadata.name}: ${failed.reason}: ${failed.message}`,
          ...podLines(workload),
        ],
        remedy,
      };
    },
  };
}

/** One line for each pod that is not well. */
export function podLines(workload: Workload): string[] {
  return workload.pods
    .map(pod => ({ pod, health: podHealth(pod) }))
    .filter(({ health }) => health.status !== 'Healthy')
    .slice(0, 5)
    .map(({ pod, health }) => {
      const restarts = containerStatuses(pod).reduce(
        (sum, container) => sum + (container.restartCount ?? 0),
        0,
      );
      return `Pod ${pod.metadata.name}: ${health.message}${
        restarts ? ` (${restarts} restarts)` : ''
      }`;
    });
}
