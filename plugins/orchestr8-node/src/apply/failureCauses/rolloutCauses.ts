import { conditionOf } from '../../observe/health/HealthRule';
import { containerStatuses, podHealth } from '../../observe/health/podHealth';
import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause } from './FailureCause';
import { oneOf } from './signs';

const EVICTED =
  'Its node ran short of what the message names: set requests and limits to what it uses (`ephemeral-storage` for files), and deploy again.';
const FAILED = 'Read its log, mend the cause, deploy again.';
const NO_PROGRESS =
  'See what its pods wait for; if they only need longer, raise `progressDeadlineSeconds` of the Deployment.';

/** The controller itself has given up. */
export const rolloutCauses: readonly FailureCause[] = [
  jobEnd({
    cause: 'job-deadline',
    means: 'A Job took longer than it may.',
    reasons: ['DeadlineExceeded'],
    remedy:
      'It ran longer than its `activeDeadlineSeconds`: see in the log of its pod what took so long, or raise it.',
  }),
  jobEnd({
    cause: 'job-failed',
    means: 'A Job has failed as often as it may.',
    remedy: 'Read the log of its last pod, mend the cause, deploy again.',
  }),
  {
    cause: 'pod-evicted',
    means: 'The node has thrown a single pod out.',
    sign: 'A Pod of the module itself has failed as `Evicted`.',
    remedy: EVICTED,
    graceMs: 0,
    find: ({ object }) =>
      object.kind === 'Pod' && object.status?.reason === 'Evicted'
        ? {
            object: refOf(object),
            message: `Pod ${object.metadata.name} was evicted from its node: ${object.status.message}`,
            evidence: [podHealth(object).message ?? 'Evicted'],
            remedy: EVICTED,
          }
        : undefined,
  },
  {
    cause: 'pod-failed',
    means: 'A single pod, which nothing makes anew, has failed.',
    sign: 'A Pod of the module itself is in the phase `Failed`.',
    remedy: FAILED,
    graceMs: 0,
    find: ({ object }) =>
      object.kind === 'Pod' && object.status?.phase === 'Failed'
        ? {
            object: refOf(object),
            message: `Pod ${object.metadata.name} failed: ${
              podHealth(object).message
            }`,
            evidence: [podHealth(object).message ?? 'phase Failed'],
            remedy: FAILED,
          }
        : undefined,
  },
  {
    cause: 'progress-deadline',
    means: 'A rollout has made no progress for as long as it may.',
    sign: 'The condition `Progressing` of the workload says `ProgressDeadlineExceeded`.',
    remedy: NO_PROGRESS,
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
        remedy: NO_PROGRESS,
      };
    },
  },
];

interface JobEnd {
  cause: string;
  means: string;
  /** Absent: whatever the reason. */
  reasons?: readonly string[];
  remedy: string;
}

function jobEnd({ reasons, ...words }: JobEnd): FailureCause {
  return {
    ...words,
    sign: `The condition \`Failed\` of a Job is true${
      reasons ? `, with the reason ${oneOf(reasons)}` : ''
    }.`,
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
        remedy: words.remedy,
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
