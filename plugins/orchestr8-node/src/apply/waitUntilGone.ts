import {
  formatObjectRef,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { DeploymentFailed } from './DeploymentFailed';
import { Execution, persistently } from './Execution';

/** Milliseconds between looks: what is going says nothing by a watch on its kind that could be relied on for every kind. */
const LOOK_AGAIN = 250;

/** Waits until objects that were deleted are gone: finalizers may keep them. Fails at the deadline, naming what does. */
export async function waitUntilGone(
  execution: Execution,
  refs: readonly ObjectRef[],
  step: 'apply' | 'hooks' | 'prune' = 'prune',
): Promise<void> {
  const { cluster, progress, signal, deadline } = execution;
  const left = [...refs];
  while (left.length > 0) {
    signal.throwIfAborted();
    const [ref] = left;
    const what = formatObjectRef(ref);
    const found = await persistently(
      execution,
      () => cluster.get(ref, { signal }),
      error => progress.say(step, `Waiting for the cluster: ${error.message}`),
    );
    if (!found) {
      left.shift();
      continue;
    }
    const finalizers = (found.metadata.finalizers ?? []) as string[];
    if (Date.now() > deadline) {
      throw new DeploymentFailed({
        cause: 'deletion-stuck',
        message: `${what} was deleted and does not go${
          finalizers.length > 0 ? `: ${finalizers.join(', ')} must agree` : ''
        }`,
        object: ref,
        evidence: finalizers.map(name => `finalizer ${name}`),
        remedy:
          'See that the controllers of its finalizers run, and what they wait for; if one is gone for good, an administrator takes its finalizer off. Then do it again.',
      });
    }
    await progress.say(
      step,
      `Waiting until ${what} is gone${
        finalizers.length > 0 ? ` (${finalizers.join(', ')})` : ''
      }`,
    );
    await delay(LOOK_AGAIN, undefined, { signal }).catch(() => {});
  }
}
