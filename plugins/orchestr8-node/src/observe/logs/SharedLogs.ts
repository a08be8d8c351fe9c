import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../../adapters/Cluster';
import { SharedWatches } from '../SharedWatches';
import { WatchedObjects } from '../WatchedObjects';
import { ContainerLog } from './ContainerLog';
import { LogListener, Seat } from './LogSeats';
import { LogSource } from './LogSource';
import { ModulePods, PodListener } from './ModulePods';

const POD = { apiVersion: 'v1', kind: 'Pod' };

/**
 * The logs of a cluster that are being followed: one stream for each container,
 * however many people read, opened for the first and closed after the last.
 */
export class SharedLogs {
  private readonly logs = new Map<
    string,
    { source: LogSource; log: ContainerLog }
  >();
  private readonly modules = new Map<string, ModulePods>();
  /** The watch on all pods, for as long as somebody needs it. */
  private held?: { objects: WatchedObjects; users: number; release(): void };

  constructor(private readonly watches: SharedWatches) {}

  get cluster(): ClusterReader {
    return this.watches.cluster;
  }

  /** How many logs are being followed. */
  get size(): number {
    return this.logs.size;
  }

  /** The pods of a module, and what becomes of them until `stop`. Rejects with a `ClusterError` when there is no contact. */
  async watchPods(
    module: { namespace: string; name: string },
    listener: PodListener,
  ): Promise<{ pods: KubernetesObject[]; stop(): void }> {
    const objects = this.hold();
    try {
      await objects.settled();
      if (objects.heardAt === 0 && objects.interrupted) {
        throw objects.interrupted;
      }
      if (objects.interrupted) listener.notice(objects.interrupted.message);
      return this.podsOf(module).subscribe(listener);
    } finally {
      this.letGo();
    }
  }

  /** Takes a seat at the log of a container; `isNew`: its pod has just been added. */
  join(
    source: LogSource,
    options: { listener: LogListener; isNew: boolean },
  ): Seat {
    const key = keyOfLog(source);
    let entry = this.logs.get(key);
    if (!entry) {
      const { namespace, pod: name } = source;
      const log = new ContainerLog(source, {
        cluster: this.cluster,
        pod: this.hold().get({ ...POD, namespace, name }),
        isNew: options.isNew,
        onEnd: () => {
          if (this.logs.get(key)?.log === log) this.logs.delete(key);
          this.letGo();
        },
      });
      entry = { source, log };
      this.logs.set(key, entry);
    }
    return entry.log.join(options.listener);
  }

  close(): void {
    for (const { log } of [...this.logs.values()]) log.end();
  }

  private podsOf(module: { namespace: string; name: string }): ModulePods {
    const key = `${module.namespace}/${module.name}`;
    let pods = this.modules.get(key);
    if (!pods) {
      pods = new ModulePods(this.hold(), module, () => {
        this.modules.delete(key);
        this.letGo();
      });
      this.modules.set(key, pods);
    }
    return pods;
  }

  private hold(): WatchedObjects {
    if (!this.held) {
      const { objects, release } = this.watches.acquire(POD);
      const unsubscribe = objects.subscribe(namespace => this.look(namespace));
      this.held = {
        objects,
        users: 0,
        release: () => {
          unsubscribe();
          release();
        },
      };
    }
    this.held.users += 1;
    return this.held.objects;
  }

  private letGo(): void {
    if (!this.held) return;
    this.held.users -= 1;
    if (this.held.users > 0) return;
    this.held.release();
    this.held = undefined;
  }

  /** Tells the logs what has become of their pods. */
  private look(namespace?: string): void {
    for (const { source, log } of [...this.logs.values()]) {
      if (namespace !== undefined && namespace !== source.namespace) continue;
      const { namespace: of, pod: name } = source;
      log.see(this.held?.objects.get({ ...POD, namespace: of, name }));
    }
  }
}

function keyOfLog({ namespace, pod, container }: LogSource): string {
  return `${namespace}/${pod}/${container}`;
}
