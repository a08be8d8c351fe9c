import { MODULE_LABEL } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader, ResourceKind } from '../adapters/Cluster';
import { WatchedObjects } from './WatchedObjects';

/** Milliseconds that a watch outlives its last reader: people go from page to page. */
const LINGER = 30_000;
/** Milliseconds that a look waits for a cluster that has answered before, and for one that has not. */
const PATIENCE = { answered: 8_000, never: 2_000 };

type Watchable = Pick<ResourceKind, 'apiVersion' | 'kind'> & {
  /** All that bear the module label when absent. */
  labelSelector?: string;
  metadataOnly?: boolean;
};

/** A reader's hold on a shared watch. */
export interface SharedWatch {
  objects: WatchedObjects;
  release(): void;
}

/**
 * One watch per kind and cluster over all modules, however many people look:
 * opened by the first reader, closed a while after the last.
 */
export class SharedWatches {
  private readonly open = new Map<
    string,
    { objects: WatchedObjects; readers: number; closing?: NodeJS.Timeout }
  >();

  private heardAt = 0;
  private gaveUpAt = 0;

  /** @param options - `patienceMs`: as long is a cluster waited for that has not answered before. */
  constructor(
    readonly cluster: ClusterReader,
    private readonly options: { lingerMs?: number; patienceMs?: number } = {},
  ) {}

  acquire(what: Watchable): SharedWatch {
    const { apiVersion, kind, metadataOnly } = what;
    const labelSelector = what.labelSelector ?? MODULE_LABEL;
    const key = [apiVersion, kind, labelSelector, metadataOnly].join(' ');
    let entry = this.open.get(key);
    if (!entry) {
      const objects = new WatchedObjects(
        this.cluster,
        { apiVersion, kind },
        { labelSelector, metadataOnly },
      );
      objects.subscribe(() => {
        if (!objects.interrupted) this.heardAt = Date.now();
      });
      entry = { objects, readers: 0 };
      this.open.set(key, entry);
    }
    const held = entry;
    held.readers += 1;
    clearTimeout(held.closing);
    let released = false;
    return {
      objects: held.objects,
      release: () => {
        if (released) return;
        released = true;
        held.readers -= 1;
        if (held.readers > 0) return;
        const close = () => {
          held.objects.close();
          if (this.open.get(key) === held) this.open.delete(key);
        };
        const linger = this.options.lingerMs ?? LINGER;
        if (linger === 0) close();
        else held.closing = setTimeout(close, linger).unref();
      },
    };
  }

  /**
   * Milliseconds since the cluster last told something on the watch that was
   * silent longest, and be it that there is nothing new: what is shown is
   * behind by this much at most. Where nothing happens the API server speaks
   * about once a minute. Undefined before anything was heard.
   */
  get lagMs(): number | undefined {
    const confirmed = [...this.open.values()]
      .map(({ objects }) => objects.confirmedAt)
      .filter(confirmedAt => confirmedAt > 0);
    return confirmed.length === 0
      ? undefined
      : Math.max(0, Date.now() - Math.min(...confirmed));
  }

  /** Milliseconds that a look should wait for what has not been seen yet: none where others have waited in vain and nothing was heard since. */
  get patienceMs(): number {
    if (this.gaveUpAt > this.heardAt) return 0;
    if (this.heardAt > 0) return PATIENCE.answered;
    return this.options.patienceMs ?? PATIENCE.never;
  }

  /** Somebody waited as long as that in vain. */
  giveUp(): void {
    this.gaveUpAt = Date.now();
  }

  /** How many watches are open. */
  get size(): number {
    return this.open.size;
  }

  close(): void {
    for (const { objects, closing } of this.open.values()) {
      clearTimeout(closing);
      objects.close();
    }
    this.open.clear();
  }
}
