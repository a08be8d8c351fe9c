import {
  KubernetesObject,
  objectKey,
  objectRef,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { ClusterReader, ResourceKind } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';

/** Milliseconds until a refused watch is tried again: rights may have been given by then. */
const TRY_AGAIN = 10_000;

/** The objects of one kind, kept up to date by one watch until `close`. */
export class WatchedObjects {
  /** Why there is no contact now; what is listed is as of before. */
  interrupted?: ClusterError;
  /** Resolves with the first complete list; pending while there is no contact. */
  readonly synced: Promise<void>;

  /** Namespace (`''`: none) → key → object: a reader of one namespace does not go through those of all. */
  private readonly objects = new Map<string, Map<string, KubernetesObject>>();
  private readonly listeners = new Set<(namespace?: string) => void>();
  private readonly stop = new AbortController();
  private markSynced = () => {};
  private lastContact = 0;
  private lastConfirmed = 0;
  private isSynced = false;

  constructor(
    private readonly cluster: ClusterReader,
    readonly kind: Pick<ResourceKind, 'apiVersion' | 'kind'>,
    private readonly selection: {
      namespace?: string;
      labelSelector?: string;
      metadataOnly?: boolean;
    },
  ) {
    this.synced = new Promise(resolve => {
      this.markSynced = resolve;
    });
    void this.run();
  }

  /** When the cluster was last known to agree, milliseconds; 0 before the first list. */
  get heardAt(): number {
    return this.isSynced && !this.interrupted ? Date.now() : this.lastContact;
  }

  /**
   * When the cluster last told something, and be it that there is nothing new:
   * what is listed is no older, though contact may have been lost unnoticed
   * since. Milliseconds; 0 before the first list.
   */
  get confirmedAt(): number {
    return this.lastConfirmed;
  }

  /** All objects, or those of one namespace. */
  list(namespace?: string): KubernetesObject[] {
    const within =
      namespace === undefined
        ? [...this.objects.values()]
        : [this.objects.get(namespace) ?? new Map()];
    return within.flatMap(objects => [...objects.values()]);
  }

  get(ref: ObjectRef): KubernetesObject | undefined {
    return this.objects.get(ref.namespace ?? '')?.get(objectKey(ref));
  }

  /** Resolves with the first list, or once it is known that there is none for now. */
  async settled(): Promise<void> {
    await new Promise<void>(resolve => {
      const isSettled = () => this.isSynced || this.interrupted !== undefined;
      const unsubscribe = this.subscribe(check);
      function check() {
        if (!isSettled()) return;
        unsubscribe();
        resolve();
      }
      check();
    });
  }

  /** Calls back after each change, with the namespace when only that one is concerned; answers how to stop that. */
  subscribe(listener: (namespace?: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.listeners.clear();
    this.stop.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.lostContact(
          error instanceof ClusterError
            ? error
            : new ClusterError(
                `The watch on ${this.kind.kind} of cluster "${this.cluster.name}" broke: ${error}`,
                { cluster: this.cluster.name, reason: 'server', cause: error },
              ),
        );
        await delay(TRY_AGAIN, undefined, { signal, ref: false }).catch(
          () => {},
        );
      }
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    // A watch that begins anew first says all that is there.
    const stale = new Map(
      this.list().map(object => [objectKey(objectRef(object)), object]),
    );
    for await (const event of this.cluster.watch(this.kind, {
      ...this.selection,
      signal,
    })) {
      if (event.type === 'interrupted') {
        this.lostContact(event.error);
        continue;
      }
      // Objects of a first list that has not ended confirm nothing yet.
      if (event.type === 'synced' || this.isSynced) {
        this.lastConfirmed = Date.now();
      }
      if (event.type === 'current') continue;
      if (event.type === 'synced') {
        for (const object of stale.values()) this.forget(object);
        stale.clear();
        this.interrupted = undefined;
        this.isSynced = true;
        this.markSynced();
        this.tell();
      } else {
        stale.delete(objectKey(objectRef(event.object)));
        if (event.type === 'deleted') this.forget(event.object);
        else this.keep(event.object);
        this.tell(event.object.metadata.namespace);
      }
    }
  }

  private keep(object: KubernetesObject): void {
    const { namespace = '' } = object.metadata;
    const within = this.objects.get(namespace) ?? new Map();
    this.objects.set(namespace, within);
    within.set(objectKey(objectRef(object)), object);
  }

  private forget(object: KubernetesObject): void {
    const { namespace = '' } = object.metadata;
    const within = this.objects.get(namespace);
    within?.delete(objectKey(objectRef(object)));
    if (within?.size === 0) this.objects.delete(namespace);
  }

  private lostContact(error: ClusterError): void {
    this.lastContact = this.heardAt;
    this.interrupted = error;
    this.tell();
  }

  private tell(namespace?: string): void {
    for (const listener of [...this.listeners]) listener(namespace);
  }
}
