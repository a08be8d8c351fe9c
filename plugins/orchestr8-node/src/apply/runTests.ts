import {
  formatObjectRef,
  Manifest,
  objectRef,
  ObjectRef,
  TEST_EVENT,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { setMaxListeners } from 'node:events';
import { ClusterWriter } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { PlannedDeployment } from '../EngineTypes';
import { persistently } from './Execution';
import { FailureWatch } from './FailureWatch';
import { LiveState } from './LiveState';
import { lastWords } from './lastWords';
import { runEnded, runMessage } from './runEnded';
import { workloadOf } from './Workload';

/** How one of the chart's tests went. */
export interface TestResult {
  object: ObjectRef;
  outcome: 'passed' | 'failed' | 'timed-out';
  /** One sentence. */
  message: string;
  /** The last lines that its containers wrote, oldest first; empty when there are none or they cannot be read. */
  log: string[];
  /** ISO 8601. */
  startedAt: string;
  finishedAt: string;
}

/** What running tests needs. */
export interface TestOptions {
  cluster: ClusterWriter;
  /** Milliseconds for all of them together. */
  timeoutMs: number;
  signal: AbortSignal;
  /** Called with what is waited for now, each time that it changes. */
  onProgress?(test: ObjectRef, message: string): void;
}

/** Milliseconds after which grace periods and the deadline are looked at though nothing changed. */
const TICK = 1_000;

/**
 * Runs the test hooks of a release that was planned with `tests` and runs: one
 * after another by weight and name, as Helm does, each to its end. One that fails
 * keeps no other from being run. What is no Pod and no Job is there for the
 * tests: it is applied in its place, and told only when that fails.
 *
 * Rejects with the signal's reason, and with nothing else.
 */
export async function runTests(
  { plan, manifests }: PlannedDeployment,
  options: TestOptions,
): Promise<TestResult[]> {
  const { cluster, signal, timeoutMs } = options;
  const { module, namespace } = plan;
  setMaxListeners(0, signal);
  const tests = manifests
    .filter(({ hook }) => hook?.events.includes(TEST_EVENT))
    .sort(byWeightAndName);
  if (tests.length === 0) return [];
  const live = new LiveState(cluster, namespace, { manifests: tests });
  const run: TestRun = {
    ...options,
    writer: cluster.writingAs({ module, namespace }),
    live,
    deadline: Date.now() + timeoutMs,
  };
  const results: TestResult[] = [];
  try {
    live.watchEvents();
    await live.settled();
    for (const test of tests) {
      const result = await runTest(run, test);
      if (result) results.push(result);
    }
    return results;
  } finally {
    live.close();
  }
}

function byWeightAndName(a: Manifest, b: Manifest): number {
  const nameOf = ({ object }: Manifest) => object.metadata.name;
  return (
    a.hook!.weight - b.hook!.weight ||
    (nameOf(a) < nameOf(b) ? -1 : Number(nameOf(a) > nameOf(b)))
  );
}

interface TestRun extends TestOptions {
  writer: ClusterWriter;
  live: LiveState;
  /** Milliseconds since the epoch. */
  deadline: number;
}

/** `undefined` for what only stands by. */
async function runTest(
  run: TestRun,
  { object }: Manifest,
): Promise<TestResult | undefined> {
  const { signal, writer, live } = run;
  const ref = objectRef(object);
  const startedAt = new Date().toISOString();
  signal.throwIfAborted();
  const end = async (
    outcome: TestResult['outcome'],
    message: string,
  ): Promise<TestResult> => ({
    object: ref,
    outcome,
    message,
    log: await lastWords(run, workloadOf(live.get(ref) ?? object, live).pods),
    startedAt,
    finishedAt: new Date().toISOString(),
  });
  run.onProgress?.(ref, 'Applying');
  try {
    const { object: stored } = await persistently(
      run,
      () => writer.apply(object, { signal }),
      async ({ message }) => run.onProgress?.(ref, message),
    );
    live.remember(stored);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ClusterError)) throw error;
    return end('failed', `It could not be applied: ${error.message}`);
  }
  if (!['Pod', 'Job'].includes(object.kind)) return undefined;
  const { outcome, message } = await untilEnded(run, ref);
  return end(outcome, message);
}

async function untilEnded(
  run: TestRun,
  ref: ObjectRef,
): Promise<Pick<TestResult, 'outcome' | 'message'>> {
  const { live, signal, deadline } = run;
  const failures = new FailureWatch();
  let said = '';
  for (;;) {
    signal.throwIfAborted();
    const object = live.get(ref);
    if (!object) {
      return {
        outcome: 'failed',
        message: 'Somebody deleted it while it ran.',
      };
    }
    if (runEnded(object)) return { outcome: 'passed', message: 'Passed' };
    const suspicions = failures.examine(workloadOf(object, live), Date.now());
    const certain = suspicions.find(({ remaining }) => remaining <= 0);
    if (certain) {
      return { outcome: 'failed', message: certain.finding.message };
    }
    const waits =
      live.interrupted?.message ??
      suspicions[0]?.finding.message ??
      runMessage(object);
    if (Date.now() >= deadline) {
      return {
        outcome: 'timed-out',
        message: `${formatObjectRef(ref)} did not end in time: ${waits}`,
      };
    }
    if (waits !== said) {
      said = waits;
      run.onProgress?.(ref, waits);
    }
    const due = suspicions.map(({ remaining }) => remaining);
    const ms = Math.min(TICK, deadline - Date.now(), ...due);
    await live.changed(Math.max(10, ms), signal);
  }
}
