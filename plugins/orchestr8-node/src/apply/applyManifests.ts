import {
  ChangeAction,
  Manifest,
  objectKey,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { applyObject } from './applyObject';
import { Execution } from './Execution';
import { intoTiers } from './tiers';

/** Objects applied at the same time. */
const LANES = 8;

/** The manifests that are there once a deployment is done: no hooks, nothing that the plan leaves alone. */
export function ownedManifests(
  execution: Pick<Execution, 'planned'>,
): Manifest[] {
  return without(execution, ['skip', 'delete']);
}

/** The manifests that a deployment applies: what stays as it is needs no write. */
export function manifestsToApply(
  execution: Pick<Execution, 'planned'>,
): Manifest[] {
  return without(execution, ['skip', 'delete', 'unchanged']);
}

function without(
  { planned: { plan, manifests } }: Pick<Execution, 'planned'>,
  actions: readonly ChangeAction[],
): Manifest[] {
  const left = new Set(
    plan.changes
      .filter(({ action }) => actions.includes(action))
      .map(({ object }) => objectKey(object)),
  );
  return manifests.filter(
    ({ hook, object }) => !hook && !left.has(objectKey(objectRef(object))),
  );
}

/** Applies tier by tier, in parallel within a tier, and each only while this run is heard; the first failure stops before the next write. */
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
    await execution.progress.mayWrite();
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
