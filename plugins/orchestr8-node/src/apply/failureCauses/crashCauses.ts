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
  crash({
    cause: 'out-of-memory',
    means: 'The container takes more memory than its limit, and is killed.',
    sign: 'as `OOMKilled`',
    isMeant: ({ reason }) => reason === 'OOMKilled',
    remedy:
      'It needs more memory than its limit: raise `spec.resources.limits.memory`, or let it use less.',
  }),
  crash({
    cause: 'command-missing',
    means: 'The command of the container is not in its image.',
    sign: 'with exit code 127, or because there is no such file',
    isMeant: ({ exitCode, message = '' }) =>
      exitCode === 127 ||
      /executable file not found|no such file/i.test(message),
    remedy: 'The command is not in the image: check `command` and `args`.',
  }),
  crash({
    cause: 'command-not-executable',
    means: 'The command of the container may not be run.',
    sign: 'with exit code 126, or because of a missing permission or another format of executables',
    isMeant: ({ exitCode, message = '' }) =>
      exitCode === 126 || /permission denied|exec format error/i.test(message),
    remedy:
      'The command is there but may not be run: check its mode, the user that the container runs as, and the processor that the image is built for.',
  }),
  crash({
    cause: 'probe-kills',
    means: 'A liveness or startup probe has the container killed.',
    sign: 'with exit code 137 or 143, after an event of a failed liveness or startup probe',
    isMeant: ({ exitCode }, { events }) =>
      [137, 143].includes(exitCode) &&
      events.some(({ message }) =>
        /(Liveness|Startup) probe (failed|errored)/i.test(message),
      ),
    remedy:
      'Its liveness or startup probe had it killed: check the probe’s path and port, and give it time to start (`startup` in `spec.monitoring.healthChecks`).',
  }),
  crash({
    cause: 'crash-loop',
    means: 'The program in the container ends again and again.',
    sign: 'with any other exit code',
    isMeant: () => true,
  }),
];

interface CrashCause {
  cause: string;
  means: string;
  /** How it ended. */
  sign: string;
  isMeant(ended: Ended, seen: { events: KubernetesObject[] }): boolean;
  /** Absent: by the exit code. */
  remedy?: string;
}

function crash(told: CrashCause): FailureCause {
  const { cause, means, sign, remedy } = told;
  return {
    cause,
    means,
    sign: `A container has restarted ${RESTARTS} times or more and ended once more, ${sign}.`,
    remedy: [
      remedy ?? 'What the exit code usually means is said.',
      lastWords('NAME'),
    ].join(' '),
    graceMs: 0,
    find: workload => findCrash(workload, told),
  };
}

function lastWords(module: string): string {
  return `Its last words: \`o8 module logs ${module} --previous\`.`;
}

type Ended = NonNullable<ContainerState['terminated']>;

function findCrash(workload: Workload, told: CrashCause): Finding | undefined {
  if (workload.object.kind === 'Job') return undefined;
  for (const pod of workload.pods) {
    const events = eventsOf(workload, ['BackOff', 'Unhealthy', 'Killing'], pod);
    for (const container of containerStatuses(pod)) {
      const ended = crashOf(container);
      if (ended && told.isMeant(ended, { events })) {
        return {
          ...describe(pod, { container, ended, events }),
          remedy: [
            told.remedy ?? EXIT_CODES[ended.exitCode],
            lastWords(pod.metadata.labels?.['orchestr8.io/module'] ?? 'NAME'),
          ]
            .filter(Boolean)
            .join(' '),
        };
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
  pod: KubernetesObject,
  seen: {
    container: ContainerStatus;
    ended: Ended;
    events: KubernetesObject[];
  },
): Omit<Finding, 'remedy'> {
  const { container, ended, events } = seen;
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
      ...(ended.message ? [ended.message] : []),
      ...events.slice(-3).map(eventLine),
    ],
  };
}

/** Exit code → what it usually means. */
const EXIT_CODES: Record<number, string> = {
  1: 'The program itself gave up.',
  2: 'The program did not understand its arguments or settings.',
  137: 'It was killed, most often because its node ran out of memory: set `spec.resources.requests.memory` to what it uses.',
  139: 'The program broke (segmentation fault).',
  143: 'The program was told to end: check the liveness probe.',
};
