import { ObjectRef } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterCapabilities, ResourceKind } from '../Cluster';
import { ClusterError } from '../ClusterError';
import { ApiRequests } from './ApiRequests';

interface DiscoveryList {
  kind?: string;
  items?: {
    metadata?: { name?: string };
    versions?: {
      version: string;
      resources?: {
        resource: string;
        responseKind?: { kind?: string; version?: string; group?: string };
        scope?: string;
      }[];
    }[];
  }[];
}

const AGGREGATED = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

/** Milliseconds that an answer serves, and the least time between two questions for a kind that is not known. */
const FRESH = 300_000;
const ASK_AGAIN = 2_000;

/** Which kinds a cluster knows; asked once and kept, asked again when a kind is missing. */
export class Discovery {
  private cached?: { at: number; value: Promise<ClusterCapabilities> };

  constructor(
    private readonly cluster: string,
    private readonly requests: ApiRequests,
  ) {}

  async capabilities(
    options: { signal?: AbortSignal; olderThan?: number } = {},
  ): Promise<ClusterCapabilities> {
    const age = Date.now() - (this.cached?.at ?? -Infinity);
    if (!this.cached || age > (options.olderThan ?? FRESH)) {
      // Shared by all who ask now: not bound to one asker's signal.
      const entry = { at: Date.now(), value: this.ask() };
      this.cached = entry;
      entry.value.catch(() => {
        if (this.cached === entry) this.cached = undefined;
      });
    }
    const value = await this.cached.value;
    options.signal?.throwIfAborted();
    return value;
  }

  /** The kind as the cluster knows it; `undefined` when it does not. */
  async find(
    kind: Pick<ResourceKind, 'apiVersion' | 'kind'>,
    options: { signal?: AbortSignal } = {},
  ): Promise<ResourceKind | undefined> {
    const matches = (known: ResourceKind) =>
      known.kind === kind.kind && known.apiVersion === kind.apiVersion;
    const known = (await this.capabilities(options)).kinds.find(matches);
    if (known) return known;
    const { kinds } = await this.capabilities({
      ...options,
      olderThan: ASK_AGAIN,
    });
    return kinds.find(matches);
  }

  /** As `find`; rejects where the kind is not known, naming the object that was meant. */
  async require(
    kind: Pick<ResourceKind, 'apiVersion' | 'kind'>,
    options: { object?: ObjectRef; signal?: AbortSignal } = {},
  ): Promise<ResourceKind> {
    const found = await this.find(kind, options);
    if (found) return found;
    throw new ClusterError(
      `The cluster "${this.cluster}" does not know the kind ${kind.kind} of ${kind.apiVersion}: its CustomResourceDefinition is not installed`,
      {
        cluster: this.cluster,
        reason: 'not-found',
        status: 404,
        object: options.object,
      },
    );
  }

  private async ask(): Promise<ClusterCapabilities> {
    const [version, core, groups] = await Promise.all([
      this.requests.json<{ gitVersion: string }>({
        path: '/version',
        verb: 'tell its version for',
      }),
      this.list('/api'),
      this.list('/apis'),
    ]);
    return {
      version: version.body.gitVersion,
      kinds: [...kindsOf(core), ...kindsOf(groups)],
    };
  }

  private async list(path: string): Promise<DiscoveryList> {
    const { body } = await this.requests.json<DiscoveryList>({
      path,
      accept: AGGREGATED,
      verb: 'list the kinds of',
    });
    if (body.kind === 'APIGroupDiscoveryList') return body;
    throw new ClusterError(
      `The cluster "${this.cluster}" is older than Kubernetes 1.26: it cannot list its kinds at once`,
      { cluster: this.cluster, reason: 'invalid' },
    );
  }
}

function kindsOf(list: DiscoveryList): ResourceKind[] {
  return (list.items ?? []).flatMap(group =>
    (group.versions ?? []).flatMap(({ version, resources }) =>
      (resources ?? []).flatMap(({ resource, responseKind, scope }) =>
        responseKind?.kind
          ? {
              apiVersion: group.metadata?.name
                ? `${group.metadata.name}/${version}`
                : version,
              kind: responseKind.kind,
              resource,
              namespaced: scope === 'Namespaced',
            }
          : [],
      ),
    ),
  );
}
