import {
  KubernetesObject,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterCapabilities,
  ClusterWriter,
  ResourceKind,
  WatchEvent,
  WrittenLine,
} from '../Cluster';
import { ClusterError } from '../ClusterError';
import { ApiRequests } from './ApiRequests';
import { Discovery } from './Discovery';
import { impersonation } from './impersonation';
import { KubeConnection, KubeConnectionOptions } from './KubeConnection';
import { listObjects, Selection } from './listObjects';
import { pinnedCluster } from './pinnedCluster';
import { readLog } from './readLog';
import { resourcePath } from './resourcePath';
import { watchObjects } from './watchObjects';

/** Who Orchestr8 is in `managedFields`. */
export const FIELD_MANAGER = 'orchestr8';

/** Milliseconds for which the cluster is taken to be the same one. */
const IDENTITY_HOLDS = 60_000;

type KindName = Pick<ResourceKind, 'apiVersion' | 'kind'>;

/** A Kubernetes cluster as the engine sees it: plain JSON in, plain JSON out. */
export class KubernetesCluster implements ClusterWriter {
  readonly name: string;
  private readonly fieldManager: string;
  private readonly connections: KubeConnection[];
  private readonly requests: ApiRequests;
  private readonly writes: ApiRequests;
  private readonly discovery: Discovery;
  private known?: { at: number; value: Promise<string | undefined> };
  /** Headers of who writes, when that is somebody else. */
  private readonly impersonated?: Record<string, string | string[]>;

  constructor(private readonly options: KubeConnectionOptions) {
    const { name, identity, deploy } = options;
    this.name = name;
    this.fieldManager = options.fieldManager ?? FIELD_MANAGER;
    const connect = (way: KubeConnectionOptions) => {
      const connection = new KubeConnection(way);
      const verify = identity ? pinnedCluster(name, identity) : undefined;
      return {
        connection,
        requests: new ApiRequests(name, connection, verify),
      };
    };
    const reading = connect(options);
    const writing = deploy ? connect({ ...deploy, name }) : reading;
    this.connections = [...new Set([reading.connection, writing.connection])];
    this.requests = reading.requests;
    this.writes = writing.requests;
    this.discovery = new Discovery(name, this.requests);
  }

  writingAs(who: {
    module: string;
    namespace: string;
    epoch?: number | 'plan';
  }): ClusterWriter {
    const headers = impersonation(who, this.options.deployAs);
    if (!headers) return this;
    // All but the two ways to write stays this cluster's own.
    return Object.assign(Object.create(this) as KubernetesCluster, {
      impersonated: headers,
    });
  }

  identity(
    options: { fresh?: boolean; signal?: AbortSignal } = {},
  ): Promise<string | undefined> {
    const holds = options.fresh ? 0 : IDENTITY_HOLDS;
    if (!this.known || Date.now() - this.known.at >= holds) {
      const entry = { at: Date.now(), value: this.askIdentity(options) };
      this.known = entry;
      entry.value.catch(() => {
        if (this.known === entry) this.known = undefined;
      });
    }
    return this.known.value;
  }

  capabilities(
    options: { fresh?: boolean; signal?: AbortSignal } = {},
  ): Promise<ClusterCapabilities> {
    const { fresh, signal } = options;
    return this.discovery.capabilities({
      signal,
      ...(fresh ? { olderThan: -1 } : {}),
    });
  }

  async get(
    ref: ObjectRef,
    options: { signal?: AbortSignal } = {},
  ): Promise<KubernetesObject | undefined> {
    const kind = await this.discovery.find(ref, options);
    if (!kind) return undefined;
    try {
      const { body } = await this.requests.json<KubernetesObject>({
        path: resourcePath(kind, ref),
        verb: 'give',
        object: ref,
        signal: options.signal,
      });
      return body;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  async list(
    kind: KindName,
    options: Selection & { signal?: AbortSignal } = {},
  ): Promise<KubernetesObject[]> {
    const known = await this.discovery.require(kind, options);
    return (await listObjects(this.requests, known, options)).items;
  }

  async *watch(
    kind: KindName,
    options: Selection & { signal: AbortSignal },
  ): AsyncGenerator<WatchEvent> {
    const watched = watchObjects(
      this.requests,
      () => this.discovery.require(kind, options),
      options,
    );
    yield* watched;
  }

  logs(
    pod: { namespace: string; name: string; container: string },
    options: {
      follow?: boolean;
      tailLines?: number;
      sinceTime?: string;
      previous?: boolean;
      signal: AbortSignal;
    },
  ): Promise<AsyncGenerator<WrittenLine[]>> {
    return readLog(this.requests, pod, options);
  }

  async apply(
    object: KubernetesObject,
    options: {
      dryRun?: boolean;
      force?: boolean;
      fieldManager?: string;
      signal?: AbortSignal;
    } = {},
  ): Promise<{ object: KubernetesObject; warnings: string[] }> {
    const ref = objectRef(object);
    const { signal } = options;
    const kind = await this.discovery.require(ref, { object: ref, signal });
    // The server refuses what it would have to write itself.
    const { managedFields: _, ...metadata } = object.metadata;
    const { body, warnings } = await this.writes.json<KubernetesObject>({
      method: 'PATCH',
      headers: this.impersonated,
      path: resourcePath(kind, ref),
      query: {
        fieldManager: options.fieldManager ?? this.fieldManager,
        fieldValidation: 'Strict',
        force: options.force ?? false,
        dryRun: options.dryRun ? 'All' : undefined,
      },
      body: {
        type: 'application/apply-patch+yaml',
        json: { ...object, metadata },
      },
      verb: options.dryRun ? 'accept (dry run)' : 'apply',
      object: ref,
      signal,
    });
    return { object: body, warnings };
  }

  async delete(
    ref: ObjectRef,
    options: { uid?: string; signal?: AbortSignal } = {},
  ): Promise<void> {
    const kind = await this.discovery.find(ref, options);
    if (!kind) return;
    const { uid, signal } = options;
    try {
      await this.writes.json({
        method: 'DELETE',
        headers: this.impersonated,
        path: resourcePath(kind, ref),
        body: {
          type: 'application/json',
          json: {
            apiVersion: 'v1',
            kind: 'DeleteOptions',
            propagationPolicy: 'Background',
            ...(uid ? { preconditions: { uid } } : {}),
          },
        },
        verb: 'delete',
        object: ref,
        signal,
      });
    } catch (error) {
      if (isAbsent(error)) return;
      // Another object bears the name by now: the one meant is gone.
      if (uid && error instanceof ClusterError && error.status === 409) return;
      throw error;
    }
  }

  /** Ends all connections; requests under way are cut. */
  async close(): Promise<void> {
    await Promise.all(this.connections.map(one => one.close()));
  }

  private async askIdentity(options: {
    signal?: AbortSignal;
  }): Promise<string | undefined> {
    const ref = { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' };
    try {
      return (await this.get(ref, options))?.metadata.uid;
    } catch (error) {
      const refused =
        error instanceof ClusterError && error.reason === 'forbidden';
      if (refused) return undefined;
      throw error;
    }
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof ClusterError && error.status === 404;
}
