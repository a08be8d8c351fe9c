import { setTimeout as delay } from 'node:timers/promises';
import { ClusterWriter } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import { DEPLOYER } from '../../adapters/kubernetes/impersonation';
import { missingRight } from '../failureCauses/missingRight';
import { forgetFence } from './fenceOf';
import { FENCE_NAME, fenceObject } from './fenceObjects';
import { isStaleEpoch } from './raiseFence';

/** No run ever gets so far: the portal's own namespace is closed to every deployer. */
const LAST_EPOCH = 999_999_999_999_999;
/** Milliseconds within which an API server acts by policies that are new to it. */
const KNOWN_WITHIN = 30_000;
const PAUSE = 25;

/** The policies are installed, and yet the cluster takes a stale write. */
export class FenceNotEnforced extends Error {
  constructor(cluster: string, what: string) {
    super(
      `The fence is installed in the cluster "${cluster}", but it took ${what} of a stale epoch.`,
    );
    this.name = 'FenceNotEnforced';
  }
}

/**
 * Tries whether a prepared cluster refuses what is stale: a trial write and a
 * delete, in the portal's own namespace, which thereby is closed to deployers.
 * The write is tried until the policies are known to the API server.
 *
 * @throws FenceNotEnforced when the cluster takes the one or the other.
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function proveFence(
  cluster: ClusterWriter,
  options: { namespace: string; signal: AbortSignal; withinMs?: number },
): Promise<void> {
  const { namespace, signal, withinMs = KNOWN_WITHIN } = options;
  await cluster.apply(fenceObject(namespace, LAST_EPOCH), {
    force: true,
    signal,
  });
  const stale = cluster.writingAs({ module: '', namespace, epoch: 1 });
  const write = () =>
    stale.apply(
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `${FENCE_NAME}-probe`, namespace },
      },
      { dryRun: true, signal },
    );
  const until = Date.now() + withinMs;
  while (!(await isRefused(write))) {
    if (Date.now() > until) throw new FenceNotEnforced(cluster.name, 'a write');
    await delay(PAUSE, undefined, { signal });
  }
  const fence = { apiVersion: 'v1', kind: 'ConfigMap', name: FENCE_NAME };
  const remove = () => stale.delete({ ...fence, namespace }, { signal });
  if (!(await isRefused(remove))) {
    throw new FenceNotEnforced(cluster.name, 'a delete');
  }
  forgetFence(cluster);
}

async function isRefused(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return false;
  } catch (error) {
    if (isStaleEpoch(error)) return true;
    // The deployer's rights are as new as the policies.
    if (
      error instanceof ClusterError &&
      missingRight(error.message)?.user === DEPLOYER
    ) {
      return false;
    }
    throw error;
  }
}
