import {
  DeploymentFailure,
  formatObjectRef,
  Health,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { healthOf, missing } from '../observe/health/healthOf';
import { DeploymentFailed } from './DeploymentFailed';
import { Execution } from './Execution';
import { podLines } from './failureCauses/rolloutCauses';
import { FailureWatch, Suspicion } from './FailureWatch';
import { eventLine, Workload, workloadOf } from './Workload';

/** Milliseconds after which grace periods and the deadline are looked at though nothing changed. */
const TICK = 1_000;

/** Milliseconds of waiting after which events are asked for too. */
const EVENTS_AFTER = 1_000;

interface Waiting {
  ref: ObjectRef;
  health: Health;
  workload?: Workload;
  suspicions: Suspicion[];
}

/**
 * Waits until every object is well, saying what for. Ends early when an
 * object cannot become well by waiting, and at the deadline with what is
 * missing. Rejects with `DeploymentFailed`, or the signal's reason.
 */
export async function waitUntilHealthy(
  execution: Execution,
  refs: readonly ObjectRef[],
  step: 'wait' | 'hooks' | 'apply' = 'wait',
): Promise<void> {
  const { live, progress, signal, deadline } = execution;
  const failures = new FailureWatch();
  const since = Date.now();
  for (;;) {
    signal.throwIfAborted();
    const waiting = refs
      .map(ref => look(execution, ref, failures))
      .filter(({ health }) => !isWell(health));
    if (waiting.length === 0) return;
    for (const { suspicions } of waiting) {
      const certain = suspicions.find(({ remaining }) => remaining <= 0);
      if (certain) throw new DeploymentFailed(failureOf(certain));
    }
    if (Date.now() >= deadline) {
      throw new DeploymentFailed(timeoutOf(execution, waiting));
    }
    await progress.say(step, describe(execution, waiting));
    if (Date.now() - since >= EVENTS_AFTER) live.watchEvents();
    const due = waiting.flatMap(w => w.suspicions.map(s => s.remaining));
    const ms = Math.min(TICK, deadline - Date.now(), ...due);
    await live.changed(Math.max(10, ms), signal);
  }
}

function look(
  execution: Execution,
  ref: ObjectRef,
  failures: FailureWatch,
): Waiting {
  const object = execution.live.get(ref);
  if (!object) {
    return { ref, health: missing(formatObjectRef(ref)), suspicions: [] };
  }
  const health = healthOf(object);
  if (isWell(health)) return { ref, health, suspicions: [] };
  const workload = workloadOf(object, execution.live);
  const suspicions = failures.examine(workload, Date.now());
  return { ref, health, workload, suspicions };
}

function isWell(health: Health): boolean {
  return health.status === 'Healthy' || health.status === 'Suspended';
}

/** One sentence: the first object, the first pod that is behind, and how many others. */
function describe(execution: Execution, waiting: Waiting[]): string {
  const lost = execution.live.interrupted;
  if (lost) return `Waiting for contact with the cluster: ${lost.message}`;
  const [first, ...others] = waiting;
  const detail =
    first.suspicions[0]?.finding.message ??
    (first.workload && podLines(first.workload)[0]);
  return [
    `Waiting for ${first.ref.kind} ${first.ref.name}: ${first.health.message}`,
    detail ? ` (${detail})` : '',
    others.length ? `, and ${others.length} more` : '',
  ].join('');
}

function failureOf({ cause, finding }: Suspicion): DeploymentFailure {
  return { cause: cause.cause, ...finding };
}

function timeoutOf(
  execution: Execution,
  waiting: Waiting[],
): DeploymentFailure {
  const { interrupted } = execution.live;
  const [first] = waiting;
  const suspicion = first.suspicions[0];
  const why =
    suspicion?.finding.message ??
    (first.workload && podLines(first.workload)[0]) ??
    interrupted?.message;
  return {
    cause: 'timeout',
    message: `${first.ref.kind} ${
      first.ref.name
    } did not become healthy in time: ${first.health.message}${
      why ? `. ${why}` : ''
    }`,
    object: suspicion?.finding.object ?? first.ref,
    evidence: waiting.flatMap(({ ref, health, workload, suspicions }) => [
      `${formatObjectRef(ref)}: ${health.message}`,
      ...(workload ? podLines(workload) : []),
      ...suspicions.flatMap(({ finding }) => finding.evidence).slice(0, 3),
      ...(workload?.events ?? [])
        .filter(event => event.type === 'Warning')
        .slice(-3)
        .map(eventLine),
    ]),
    remedy:
      suspicion?.finding.remedy ??
      'See what the pods wait for (their log, their readiness probe); if they only need longer, raise the environment’s timeout. What has been applied is kept.',
  };
}

/** References of objects, for those who have manifests. */
export function refsOf(
  manifests: readonly { object: Parameters<typeof objectRef>[0] }[],
): ObjectRef[] {
  return manifests.map(({ object }) => objectRef(object));
}
