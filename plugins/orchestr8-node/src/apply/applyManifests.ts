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
  const { progress, signal } = execution;
  let done = 0;
  for (const tier of intoTiers(manifests)) {
    const queue = [...tier];
    let failed = false;
    const lane = async () => {
      for (let next; !failed && (next = queue.shift()); ) {
        signal.throwIfAborted();
        try {
          await applyObject(execution, next.object);
        } catch (error) {
          failed = true;
          throw error;
        }
        done += 1;
        await progress.say('apply', `${done} of ${manifests.length} applied`);
      }
    };
    const lanes = Array.from({ length: Math.min(LANES, tier.length) }, lane);
    // All lanes come to rest before the failure is told: no write follows it.
    const results = await Promise.allSettled(lanes);
    for (const result of results) {
      if (result.status === 'rejected') throw result.reason;
    }
  }
}
