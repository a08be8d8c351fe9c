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
} from '../Cluster';
import { ClusterError } from '../ClusterError';
import { ApiRequests } from './ApiRequests';
import { Discovery } from './Discovery';
import { followLog } from './followLog';
import { KubeConnection, KubeConnectionOptions } from './KubeConnection';
import { listObjects, Selection } from './listObjects';
import { resourcePath } from './resourcePath';
import { watchObjects } from './watchObjects';

/** Who Orchestr8 is in `managedFields`. */
export const FIELD_MANAGER = 'orchestr8';

type KindName = Pick<ResourceKind, 'apiVersion' | 'kind'>;

/** A Kubernetes cluster as the engine sees it: plain JSON in, plain JSON out. */
export class KubernetesCluster implements ClusterWriter {
  readonly name: string;
  private readonly fieldManager: string;
  private readonly connection: KubeConnection;
  private readonly requests: ApiRequests;
  private readonly discovery: Discovery;

  constructor(options: KubeConnectionOptions) {
    this.name = options.name;
    this.fieldManager = options.fieldManager ?? FIELD_MANAGER;
    this.connection = new KubeConnection(options);
    this.requests = new ApiRequests(options.name, this.connection);
    this.discovery = new Discovery(options.name, this.requests);
  }

  capabilities(
    options: { signal?: AbortSignal } = {},
  ): Promise<ClusterCapabilities> {
    return this.discovery.capabilities(options);
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
  ): AsyncGenerator<{ time: string; text: string }> {
    return followLog(this.requests, pod, options);
  }

  async apply(
    object: KubernetesObject,
    options: { dryRun?: boolean; force?: boolean; signal?: AbortSignal } = {},
  ): Promise<{ object: KubernetesObject; warnings: string[] }> {
    const ref = objectRef(object);
    const kind = await this.discovery.require(ref, options);
    // The server refuses what it would have to write itself.
    const { managedFields: _, ...metadata } = object.metadata;
    const { body, warnings } = await this.requests.json<KubernetesObject>({
      method: 'PATCH',
      path: resourcePath(kind, ref),
      query: {
        fieldManager: this.fieldManager,
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
      signal: options.signal,
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
      await this.requests.json({
        method: 'DELETE',
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
  close(): Promise<void> {
    return this.connection.close();
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof ClusterError && error.status === 404;
}
