import {
  KubernetesObject,
  Manifest,
  objectKey,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { WatchedObjects } from '../observe/WatchedObjects';
import { isWaitedFor } from './isWaitedFor';

/** Kinds that are never in a release but tell why its objects are not well. */
const WITNESSES = [
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  { apiVersion: 'v1', kind: 'Event' },
];

/**
 * The live objects of a deployment's namespace, watched from before the first
 * write so that nothing is missed. An object is never older than what was
 * applied: until the watch has caught up, the API server's answer stands in.
 */
export class LiveState {
  private readonly watches = new Map<string, WatchedObjects>();
  private readonly applied = new Map<string, KubernetesObject>();
  /** UIDs of those that a watch has shown: from then on it is the watch that knows. */
  private readonly shown = new Set<string | undefined>();

  constructor(
    cluster: ClusterReader,
    namespace: string,
    manifests: readonly Manifest[],
  ) {
    const kinds = [
      ...WITNESSES,
      ...manifests.map(({ object }) => object).filter(isWaitedFor),
    ];
    for (const { apiVersion, kind } of kinds) {
      const key = `${apiVersion}/${kind}`;
      if (this.watches.has(key)) continue;
      this.watches.set(
        key,
        new WatchedObjects(cluster, { apiVersion, kind }, { namespace }),
      );
    }
  }

  /** Resolves once every watch has its first list, or is known to be refused. */
  async settled(): Promise<void> {
    await Promise.all([...this.watches.values()].map(watch => watch.settled()));
  }

  /** Why there is no contact with the cluster now. */
  get interrupted(): ClusterError | undefined {
    for (const { interrupted } of this.watches.values()) {
      if (interrupted?.retryable) return interrupted;
    }
    return undefined;
  }

  /** What the API server answered to an apply. */
  remember(object: KubernetesObject): void {
    this.applied.set(objectKey(objectRef(object)), object);
  }

  get(ref: ObjectRef): KubernetesObject | undefined {
    const seen = this.watches.get(`${ref.apiVersion}/${ref.kind}`)?.get(ref);
    const applied = this.applied.get(objectKey(ref));
    if (seen) this.shown.add(seen.metadata.uid);
    if (!applied) return seen;
    if (!seen)
      return this.shown.has(applied.metadata.uid) ? undefined : applied;
    const older =
      seen.metadata.uid !== applied.metadata.uid ||
      (seen.metadata.generation ?? 0) < (applied.metadata.generation ?? 0);
    return older ? applied : seen;
  }

  list(kind: string): KubernetesObject[] {
    return [...this.watches.values()]
      .filter(watch => watch.kind.kind === kind)
      .flatMap(watch => watch.list());
  }

  /** Resolves at the next change, after `ms` milliseconds, or on abort. */
  async changed(ms: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>(resolve => {
      const unsubscribe: (() => void)[] = [];
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        unsubscribe.forEach(stop => stop());
        resolve();
      }
      signal.addEventListener('abort', done);
      for (const watch of this.watches.values()) {
        unsubscribe.push(watch.subscribe(() => done()));
      }
      if (signal.aborted) done();
    });
  }

  close(): void {
    for (const watch of this.watches.values()) watch.close();
  }
}
