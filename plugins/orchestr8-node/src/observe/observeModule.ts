import { ClusterReader } from '../adapters/Cluster';
import { ModuleWatch } from './ModuleWatch';
import { ClusterObservation, ObservedModule } from './ObserveOptions';
import { SharedWatches } from './SharedWatches';

/**
 * A module in one environment as seen now. With `watches` the answer comes
 * from what is watched already; without, the cluster is asked once.
 *
 * Never rejects for a cluster that cannot be reached: `unavailable` says why,
 * and what is told is as of `observedAt` (nothing but `Unknown` when the
 * cluster was never heard of).
 */
export async function observeModule(
  observed: ObservedModule & { cluster: ClusterReader },
  options: { watches?: SharedWatches } = {},
): Promise<ClusterObservation> {
  const { cluster, ...module } = observed;
  const watches =
    options.watches ?? new SharedWatches(cluster, { lingerMs: 0 });
  const watch = new ModuleWatch(watches, module);
  try {
    await watch.settled();
    return watch.observation();
  } finally {
    watch.close();
  }
}
