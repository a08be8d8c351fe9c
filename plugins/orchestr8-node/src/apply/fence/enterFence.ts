import { Execution, persistently } from '../Execution';
import { failureOf } from '../applyObject';
import { EPOCH_ANNOTATION } from './fenceObjects';
import { FencedOff, isStaleEpoch, raiseFence } from './raiseFence';

/** Owner of the epoch's annotation: plans are about the fields of others. */
const FENCE_MANAGER = 'orchestr8-fence';

/**
 * Shuts out every earlier run of the target, before the first write inside the
 * namespace: marks the Namespace and raises the fence in it, at once. Does
 * nothing where the cluster does not fence.
 */
export async function enterFence(execution: Execution): Promise<void> {
  const { guard, writer, planned, fence, progress, signal } = execution;
  if (fence === undefined) return;
  const { module, namespace } = planned.plan;
  const trouble = (error: Error) =>
    progress.say('apply', `Waiting for the cluster: ${error.message}`);
  try {
    const results = await Promise.allSettled([
      persistently(
        execution,
        () =>
          writer.apply(
            {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: {
                name: namespace,
                annotations: { [EPOCH_ANNOTATION]: String(fence) },
              },
            },
            { force: true, fieldManager: FENCE_MANAGER, signal },
          ),
        trouble,
      ),
      persistently(
        execution,
        () =>
          raiseFence(guard, { module, namespace, epoch: fence }, { signal }),
        trouble,
      ),
    ]);
    // Both come to rest before a failure is told: no write follows it.
    for (const result of results) {
      if (result.status === 'rejected') throw result.reason;
    }
  } catch (error) {
    if (isStaleEpoch(error)) throw new FencedOff(fence, error);
    throw failureOf(execution, error);
  }
}
