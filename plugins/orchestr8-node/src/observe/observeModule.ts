import { ClusterReader } from '../adapters/Cluster';
import { ModuleWatch } from './ModuleWatch';
import { ClusterObservation, ObservedModule } from './ObserveOptions';
import { SharedWatches } from './SharedWatches';

/** Milliseconds that a cluster is waited for which nobody else asks. */
const ASKED_ONCE = 15_000;

/**
 * A module in one environment as seen now. With `watches` the answer comes
 * from what is watched already; without, the cluster is asked once.
 *
 * Never rejects for a cluster that cannot be reached: `unavailable` says why,
 * and what is told is as of `observedAt` (nothing but `Unknown` when the
 * cluster was never heard of).
 *
 * @param options - `patienceMs`: no longer than this is waited for a cluster
 * that does not answer, milliseconds; in any case not where others have waited
 * in vain already.
 */
export async function observeModule(
  observed: ObservedModule & { cluster: ClusterReader },
  options: { watches?: SharedWatches; patienceMs?: number } = {},
): Promise<ClusterObservation> {
  const { cluster, ...module } = observed;
  const watches =
    options.watches ??
    new SharedWatches(cluster, { lingerMs: 0, patienceMs: ASKED_ONCE });
  const watch = new ModuleWatch(watches, module);
  try {
    await watch.settled(options);
    return watch.observation();
  } finally {
    watch.close();
  }
}
