import {
  MODULE_LABEL,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import {
  INVENTORY_COMPONENT,
  Inventory,
  inventoryRef,
  readInventory,
} from '../apply/Inventory';
import { isWaitedFor } from '../apply/isWaitedFor';
import { describeModule } from './describeModule';
import { ClusterObservation, ObservedModule } from './ObserveOptions';
import { SharedWatch, SharedWatches } from './SharedWatches';

/** Holds the shared watches that one module in one environment needs, and says what they show. */
export class ModuleWatch {
  private readonly held = new Map<string, SharedWatch>();
  private readonly inventories: SharedWatch;
  private readonly pods: SharedWatch;
  private readonly unsubscribe: (() => void)[] = [];

  constructor(
    private readonly watches: SharedWatches,
    private readonly observed: ObservedModule,
    /** Called after each change that may concern the module. */
    private readonly onChange: () => void = () => {},
  ) {
    this.inventories = this.hold({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      labelSelector: `${MODULE_LABEL},app.kubernetes.io/component=${INVENTORY_COMPONENT}`,
    });
    this.pods = this.hold({ apiVersion: 'v1', kind: 'Pod' });
    if (observed.application) {
      const { apiVersion, kind } = observed.application;
      this.hold({ apiVersion, kind });
    }
  }

  /**
   * Resolves once all that is needed has been seen, or is known not to be had,
   * or the cluster has been waited for long enough.
   *
   * @param options - `patienceMs`: no longer than this, milliseconds.
   */
  async settled(options: { patienceMs?: number } = {}): Promise<void> {
    const all = async () => {
      await this.inventories.objects.settled();
      this.holdKindsOf(this.inventory());
      await Promise.all(
        [...this.held.values()].map(({ objects }) => objects.settled()),
      );
      return true;
    };
    const { patienceMs } = this.watches;
    const waitMs = Math.min(patienceMs, options.patienceMs ?? patienceMs);
    const stop = new AbortController();
    const patience = delay(waitMs, false, { signal: stop.signal });
    const seen = await Promise.race([all(), patience.catch(() => false)]);
    stop.abort();
    if (!seen && waitMs === patienceMs) this.watches.giveUp();
  }

  observation(): ClusterObservation {
    const { module, environment, namespace } = this.observed;
    const inventory = this.inventory();
    this.holdKindsOf(inventory);
    const where = {
      module,
      environment,
      namespace,
      cluster: this.watches.cluster.name,
    };
    const heardAt = Math.min(
      this.inventories.objects.heardAt,
      this.pods.objects.heardAt,
    );
    const unavailable = this.unavailable();
    if (heardAt === 0) {
      return {
        ...where,
        health: { status: 'Unknown', message: unavailable },
        replicas: { ready: 0, desired: 0 },
        pods: [],
        objects: [],
        observedAt: new Date().toISOString(),
        unavailable,
      };
    }
    return {
      ...where,
      ...describeModule({
        inventory,
        pods: this.pods.objects
          .list(namespace)
          .filter(pod => pod.metadata.labels?.[MODULE_LABEL] === module),
        find: ref => this.find(ref),
      }),
      observedAt: new Date(heardAt).toISOString(),
      ...(unavailable ? { unavailable } : {}),
    };
  }

  close(): void {
    this.unsubscribe.forEach(stop => stop());
    for (const watch of this.held.values()) watch.release();
    this.held.clear();
  }

  private inventory(): Inventory | undefined {
    const { module, namespace, application } = this.observed;
    if (application) return this.delivered(application);
    const object = this.inventories.objects.get(inventoryRef(namespace));
    const inventory = readInventory(object);
    return inventory?.module === module ? inventory : undefined;
  }

  /** Argo CD keeps its own inventory; the Application stands for all of it. */
  private delivered(application: ObjectRef): Inventory | undefined {
    const { module, environment } = this.observed;
    const found = this.find(application);
    if (!found) return undefined;
    const nothing = { version: '', release: '', deployment: '', since: '' };
    const state = 'complete' as const;
    return { module, environment, ...nothing, state, objects: [application] };
  }

  private unavailable(): string | undefined {
    for (const { objects } of [this.inventories, this.pods]) {
      if (objects.interrupted) return objects.interrupted.message;
      if (objects.heardAt === 0) {
        return `The cluster "${this.watches.cluster.name}" has not answered yet`;
      }
    }
    return undefined;
  }

  private find(ref: ObjectRef) {
    const { objects } = this.held.get(keyOf(ref))!;
    const error = objects.interrupted;
    // A token that has ended is contact lost: what was known is told with its age.
    const isLost = error?.retryable || error?.reason === 'unauthorized';
    if (error && !isLost) return { unread: error.message };
    if (objects.heardAt === 0) return { unread: 'It has not been read yet' };
    return objects.get(ref);
  }

  private holdKindsOf(inventory: Inventory | undefined): void {
    for (const ref of inventory?.objects ?? []) {
      if (this.held.has(keyOf(ref))) continue;
      const { apiVersion, kind } = ref;
      this.hold({ apiVersion, kind, metadataOnly: isInert(ref) });
    }
  }

  private hold(what: Parameters<SharedWatches['acquire']>[0]): SharedWatch {
    const watch = this.watches.acquire(what);
    const key = what.labelSelector ? 'inventories' : keyOf(what);
    this.held.set(key, watch);
    this.unsubscribe.push(
      watch.objects.subscribe(namespace => {
        const { namespace: ours, application } = this.observed;
        const concerned = [undefined, ours, application?.namespace];
        if (concerned.includes(namespace)) this.onChange();
      }),
    );
    return watch;
  }
}

function keyOf({ apiVersion, kind }: { apiVersion: string; kind: string }) {
  return `${apiVersion}/${kind}`;
}

/** Kinds whose metadata says all that is to be known. */
function isInert(ref: ObjectRef): boolean {
  if (['Service', 'PersistentVolumeClaim', 'CronJob'].includes(ref.kind)) {
    return false;
  }
  return !isWaitedFor({ ...ref, metadata: { name: ref.name } });
}
