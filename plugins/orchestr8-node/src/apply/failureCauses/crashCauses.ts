import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ContainerState,
  ContainerStatus,
  containerStatuses,
} from '../../observe/health/podHealth';
import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';

/** Restarts after which a container that ends again counts as a crash loop. */
const RESTARTS = 2;

/** A container that starts and ends, over and over. A Job's pods may: it says itself when it gives up. */
export const crashCauses: readonly FailureCause[] = [
  {
    cause: 'out-of-memory',
    graceMs: 0,
    find: workload =>
      findCrash(workload, ended => ended.reason === 'OOMKilled'),
  },
  {
    cause: 'crash-loop',
    graceMs: 0,
    find: workload => findCrash(workload, () => true),
  },
];

type Ended = NonNullable<ContainerState['terminated']>;

function findCrash(
  workload: Workload,
  isMeant: (ended: Ended) => boolean,
): Finding | undefined {
  if (workload.object.kind === 'Job') return undefined;
  for (const pod of workload.pods) {
    for (const container of containerStatuses(pod)) {
      const ended = crashOf(container);
      if (ended && isMeant(ended)) {
        return describe(workload, pod, { container, ended });
      }
    }
  }
  return undefined;
}

/** How the container last ended, if it is down now and has come down before. */
function crashOf(container: ContainerStatus): Ended | undefined {
  const { state, lastState, restartCount = 0 } = container;
  if (restartCount < RESTARTS) return undefined;
  const backingOff = state?.waiting?.reason === 'CrashLoopBackOff';
  if (!backingOff && !state?.terminated?.exitCode) return undefined;
  return state?.terminated ?? lastState?.terminated ?? { exitCode: -1 };
}

function describe(
  workload: Workload,
  pod: KubernetesObject,
  crash: { container: ContainerStatus; ended: Ended },
): Finding {
  const { container, ended } = crash;
  const how =
    ended.exitCode < 0
      ? ''
      : `: it ends with exit code ${ended.exitCode}${
          ended.reason && ended.reason !== 'Error' ? ` (${ended.reason})` : ''
        }`;
  return {
    object: refOf(pod),
    message: `Container ${container.name} of Pod ${pod.metadata.name} has restarted ${container.restartCount} times${how}`,
    evidence: [
      `Pod ${pod.metadata.name}, container ${container.name}: ${
        container.state?.waiting?.reason ?? 'terminated'
      }, ${container.restartCount} restarts`,
      ...(container.state?.waiting?.message
        ? [container.state.waiting.message]
        : []),
      ...eventsOf(workload, ['BackOff', 'Unhealthy', 'Killing'], pod)
        .slice(-3)
        .map(eventLine),
    ],
    remedy: remedyOf(ended, workload, pod),
  };
}

/** Exit code → what it usually means. */
const EXIT_CODES: Record<number, string> = {
  1: 'The program itself gave up.',
  2: 'The program did not understand its arguments or settings.',
  126: 'The command is there but may not be run: check its mode and the user that the container runs as.',
  127: 'The command is not in the image: check `command` and `args`.',
  139: 'The program broke (segmentation fault).',
  143: 'The program was told to end: check the liveness probe.',
};

function remedyOf(
  ended: Ended,
  workload: Workload,
  pod: KubernetesObject,
): string {
  const logs = `Its last words: \`o8 module logs ${
    pod.metadata.labels?.['orchestr8.io/module'] ?? 'NAME'
  } --previous\`.`;
  if (ended.reason === 'OOMKilled' || ended.exitCode === 137) {
    const probed = eventsOf(workload, ['Unhealthy'], pod).length > 0;
    return probed && ended.reason !== 'OOMKilled'
      ? `The liveness probe had it killed: check the probe's path and its initial delay. ${logs}`
      : `It needs more memory than its limit: raise \`spec.resources.limits.memory\`, or let it use less. ${logs}`;
  }
  return [EXIT_CODES[ended.exitCode], logs].filter(Boolean).join(' ');
}
