import {
  Manifest,
  objectKey,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { applyObject } from './applyObject';
import { Execution } from './Execution';
import { intoTiers } from './tiers';

/** Objects applied at the same time. */
const LANES = 8;

/** The manifests that a deployment applies itself: no hooks, nothing that the plan leaves alone. */
export function manifestsToApply(
  execution: Pick<Execution, 'planned'>,
): Manifest[] {
  const { plan, manifests } = execution.planned;
  const skipped = new Set(
    plan.changes
      .filter(change => change.action === 'skip' || change.action === 'delete')
      .map(change => objectKey(change.object)),
  );
  return manifests.filter(
    ({ hook, object }) => !hook && !skipped.has(objectKey(objectRef(object))),
  );
}

/** Applies tier by tier, in parallel within a tier; the first failure stops before the next write. */
export async function applyManifests(
  execution: Execution,
  manifests: readonly Manifest[],
): Promise<void> {
  let done = 0;
  const onApplied = () => {
    done += 1;
    const message = `${done} of ${manifests.length} applied`;
    return execution.progress.say('apply', message);
  };
  for (const tier of intoTiers(manifests)) {
    await applyTier(execution, tier, onApplied);
  }
}

async function applyTier(
  execution: Execution,
  tier: readonly Manifest[],
  onApplied: () => Promise<void>,
): Promise<void> {
  const queue = [...tier];
  const lane = async () => {
    while (queue.length > 0) {
      execution.signal.throwIfAborted();
      try {
        await applyObject(execution, queue.shift()!.object);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
      await onApplied();
    }
  };
  const lanes = Array.from({ length: Math.min(LANES, tier.length) }, lane);
  // All lanes come to rest before a failure is told: no write follows it.
  for (const result of await Promise.allSettled(lanes)) {
    if (result.status === 'rejected') throw result.reason;
  }
}
