import deepEqual from 'fast-deep-equal';
import { setTimeout as delay } from 'node:timers/promises';
import { Bell } from './Bell';
import { ModuleWatch } from './ModuleWatch';
import { ClusterObservation, ObservedModule } from './ObserveOptions';
import { SharedWatches } from './SharedWatches';

/** Milliseconds in which changes are gathered into one observation. */
const GATHER = 200;

/**
 * The observation now, and again whenever something in it has changed, until
 * the signal aborts (which ends it silently). A lost cluster is an
 * observation too: `unavailable`.
 */
export async function* watchObservation(
  observed: ObservedModule,
  options: { watches: SharedWatches; signal: AbortSignal; gatherMs?: number },
): AsyncGenerator<ClusterObservation> {
  const { signal, gatherMs = GATHER } = options;
  const bell = new Bell();
  const watch = new ModuleWatch(options.watches, observed, () => bell.ring());
  const onAbort = () => bell.ring();
  signal.addEventListener('abort', onAbort);
  try {
    let last: ClusterObservation | undefined;
    while (!signal.aborted) {
      bell.clear();
      // Each time: what has just come into the inventory is to be read first.
      await watch.settled();
      if (signal.aborted) break;
      const now = watch.observation();
      if (!last || !saysTheSame(last, now)) {
        last = now;
        yield now;
      }
      if (!signal.aborted) await bell.rung();
      await delay(gatherMs, undefined, { signal }).catch(() => {});
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    watch.close();
  }
}

function saysTheSame(a: ClusterObservation, b: ClusterObservation): boolean {
  return deepEqual({ ...a, observedAt: '' }, { ...b, observedAt: '' });
}
