import { setTimeout as delay } from 'node:timers/promises';
import { ClusterWriter } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import { fenceObject } from './fenceObjects';

/** A newer run owns the target: whoever gets this stops without a verdict. */
export class FencedOff extends Error {
  /** The newer epoch, where it was told. */
  readonly newer?: number;

  constructor(epoch: number, cause: unknown) {
    super(
      `The cluster refuses epoch ${epoch}: a newer run has taken the target over`,
      { cause },
    );
    this.name = 'FencedOff';
    const told = /(?:belongs to|is of) epoch (\d{1,15})/.exec(String(cause));
    if (told) this.newer = Number(told[1]);
  }
}

/** Milliseconds until the last API server has surely heard of the new epoch. */
const SETTLED_BY = 1_000;
const PAUSE = 2;
/** Of the first run that a target ever had: none is stale beside it. */
const FIRST_EPOCH = 1;

/**
 * Raises the namespace's epoch and waits until the cluster acts by it: the
 * policies' cache lags by some milliseconds, in which a stale write would
 * still pass. Rejects with `FencedOff` when the epoch is the stale one.
 */
export async function raiseFence(
  cluster: ClusterWriter,
  where: { module: string; namespace: string; epoch: number },
  options: { signal: AbortSignal },
): Promise<void> {
  const { namespace, epoch } = where;
  const { signal } = options;
  try {
    await cluster.apply(fenceObject(namespace, epoch), {
      force: true,
      signal,
    });
  } catch (error) {
    throw isStaleEpoch(error) ? new FencedOff(epoch, error) : error;
  }
  if (epoch === FIRST_EPOCH) return;
  const before = cluster.writingAs({ ...where, epoch: epoch - 1 });
  const until = Date.now() + SETTLED_BY;
  while (Date.now() < until) {
    if (await isRefused(before, namespace, signal)) return;
    await delay(PAUSE, undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
  }
}

/** The refusal of the fence, whatever was written. */
export function isStaleEpoch(error: unknown): boolean {
  return error instanceof ClusterError && /stale epoch/.test(error.message);
}

async function isRefused(
  cluster: ClusterWriter,
  namespace: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await cluster.apply(
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'orchestr8-fence-probe', namespace },
      },
      { dryRun: true, signal },
    );
    return false;
  } catch (error) {
    if (isStaleEpoch(error)) return true;
    // The policies have not heard of the fence at all yet.
    if (error instanceof ClusterError && error.reason === 'forbidden') {
      return false;
    }
    throw error;
  }
}
