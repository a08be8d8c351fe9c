import {
  KubernetesObject,
  Manifest,
  MODULE_LABEL,
  objectKey,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader, ResourceKind } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { SharedWatches } from '../observe/SharedWatches';
import { WatchedObjects } from '../observe/WatchedObjects';
import { definedKinds, isOf } from '../adapters/definedKinds';
import { isWaitedFor } from './isWaitedFor';

type KindName = Pick<ResourceKind, 'apiVersion' | 'kind'>;

/** Kinds that are never in a release but tell why its objects are not well. */
const WITNESSES: readonly KindName[] = [
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
];
const EVENTS: KindName = { apiVersion: 'v1', kind: 'Event' };

/** A watch, and how to let go of it. */
interface Held {
  objects: WatchedObjects;
  release(): void;
}

/**
 * The live objects of a deployment's namespace, watched from before the first
 * write so that nothing is missed. An object is never older than what was
 * applied: until the watch has caught up, the API server's answer stands in.
 */
export class LiveState {
  private readonly held = new Map<string, Held>();
  private readonly applied = new Map<string, KubernetesObject>();
  /** Kinds that the manifests define themselves, and those of their objects that are waited for. */
  private readonly defined: readonly KindName[];
  private readonly ofDefined: readonly KindName[];
  /** UIDs of those that a watch has shown: from then on it is the watch that knows. */
  private readonly shown = new Set<string | undefined>();

  /** With `watches`, what bears the module's label is read from those that the process shares. */
  constructor(
    private readonly cluster: ClusterReader,
    private readonly namespace: string,
    private readonly options: {
      manifests: readonly Manifest[];
      watches?: SharedWatches;
    },
  ) {
    const objects = options.manifests.map(({ object }) => object);
    this.defined = definedKinds(objects);
    const waited = objects.filter(isWaitedFor);
    for (const kind of [...WITNESSES, ...waited]) {
      if (!this.isDefined(kind)) this.watch(kind);
    }
    this.ofDefined = waited.filter(object => this.isDefined(object));
  }

  /** Also objects of the kinds that the manifests define: to be called once the cluster serves them. */
  watchDefined(): void {
    for (const kind of this.ofDefined) this.watch(kind);
  }

  /** Resolves once every watch has its first list, or is known to be refused. */
  async settled(): Promise<void> {
    await Promise.all(this.watches.map(watch => watch.settled()));
  }

  /** Events too, from now on, those of before among them: whoever is soon well needs none. */
  watchEvents(): void {
    this.watch(EVENTS);
  }

  /** Why there is no contact with the cluster now. */
  get interrupted(): ClusterError | undefined {
    for (const { interrupted } of this.watches) {
      if (interrupted?.retryable) return interrupted;
    }
    return undefined;
  }

  /** What the API server answered to an apply. */
  remember(object: KubernetesObject): void {
    this.applied.set(objectKey(objectRef(object)), object);
  }

  get(ref: ObjectRef): KubernetesObject | undefined {
    const seen = this.held.get(keyOf(ref))?.objects.get(ref);
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
    return this.watches
      .filter(watch => watch.kind.kind === kind)
      .flatMap(watch => watch.list(this.namespace));
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
      for (const watch of this.watches) {
        const onChange = (namespace?: string) => {
          if (namespace === undefined || namespace === this.namespace) done();
        };
        unsubscribe.push(watch.subscribe(onChange));
      }
      if (signal.aborted) done();
    });
  }

  close(): void {
    for (const { release } of this.held.values()) release();
  }

  private isDefined(kind: KindName): boolean {
    return this.defined.some(each => isOf(each, kind));
  }

  private get watches(): WatchedObjects[] {
    return [...this.held.values()].map(({ objects }) => objects);
  }

  private watch({ apiVersion, kind }: KindName): void {
    const key = keyOf({ apiVersion, kind });
    if (this.held.has(key)) return;
    this.held.set(key, this.hold({ apiVersion, kind }));
  }

  private hold(kind: KindName): Held {
    const { cluster, namespace, options } = this;
    if (options.watches && bearsLabel(kind, options.manifests)) {
      return options.watches.acquire(kind);
    }
    const objects = new WatchedObjects(cluster, kind, { namespace });
    return { objects, release: () => objects.close() };
  }
}

function keyOf({ apiVersion, kind }: KindName): string {
  return `${apiVersion}/${kind}`;
}

/** Whether all objects of the kind that the manifests bring about bear the module's label. */
function bearsLabel(kind: KindName, manifests: readonly Manifest[]): boolean {
  if (keyOf(kind) === keyOf(EVENTS)) return false;
  const isWitness = WITNESSES.some(witness => keyOf(witness) === keyOf(kind));
  return manifests.every(({ object }) => {
    const concerned = keyOf(object) === keyOf(kind);
    const template = isWitness ? object.spec?.template : undefined;
    return [concerned && object, template].every(
      bearer => !bearer || bearer.metadata?.labels?.[MODULE_LABEL],
    );
  });
}
