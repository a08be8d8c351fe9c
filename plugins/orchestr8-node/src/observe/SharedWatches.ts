import { MODULE_LABEL } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader, ResourceKind } from '../adapters/Cluster';
import { WatchedObjects } from './WatchedObjects';

/** Milliseconds that a watch outlives its last reader: people go from page to page. */
const LINGER = 30_000;

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

  constructor(
    readonly cluster: ClusterReader,
    private readonly options: { lingerMs?: number } = {},
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

  /** Milliseconds since the watch that is furthest behind was up to date; undefined before anything was heard. */
  get lagMs(): number | undefined {
    const heard = [...this.open.values()]
      .map(({ objects }) => objects.heardAt)
      .filter(heardAt => heardAt > 0);
    return heard.length === 0
      ? undefined
      : Math.max(0, Date.now() - Math.min(...heard));
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
