import {
  KubernetesObject,
  Manifest,
  MODULE_LABEL,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader, ResourceKind } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { coversHost } from '../policy/coversHost';
import { claimsHosts, hostsOf } from '../policy/hostsOf';

/** Hosts that Ingresses and routes outside the module's own namespace claim. */
export interface ClaimedHosts {
  /** Host → the other module or namespace. */
  foreign: Map<string, string>;
  /** Words about hosts that the module itself claims elsewhere. */
  warnings: string[];
  /** Why it could not be seen who claims what. */
  unseen?: string;
}

/**
 * Looks who else in the cluster claims hosts; asks nothing when the release
 * claims none. Kinds that may not be listed are passed over, unless the
 * release brings one of them itself.
 */
export async function claimedHosts(
  cluster: Pick<ClusterReader, 'list'>,
  manifests: readonly Manifest[],
  options: {
    module: string;
    namespace: string;
    /** Those that the cluster knows. */
    kinds: readonly Pick<ResourceKind, 'apiVersion' | 'kind'>[];
  },
): Promise<ClaimedHosts> {
  const foreign = new Map<string, string>();
  const warnings = new Set<string>();
  const objects = manifests.map(({ object }) => object);
  const wanted = new Set(
    objects.flatMap(object =>
      hostsOf(object).flatMap(({ host }) => host ?? []),
    ),
  );
  if (wanted.size === 0) {
    return { foreign, warnings: [] };
  }
  const brought = new Set(objects.filter(claimsHosts).map(({ kind }) => kind));
  const seen = await Promise.all(
    onePerKind(options.kinds.filter(claimsHosts)).map(kind =>
      listed(cluster, kind),
    ),
  );
  for (const { metadata, ...rest } of seen.flatMap(({ items }) => items)) {
    const { namespace = '', labels } = metadata;
    if (namespace === options.namespace) continue;
    const module = labels?.[MODULE_LABEL];
    const isOfModule = module !== undefined;
    for (const { host } of hostsOf({ metadata, ...rest })) {
      if (!host || !isWanted(host, wanted, { isOfModule })) continue;
      if (module === options.module) {
        warnings.add(
          `The host "${host}" is also claimed in the namespace "${namespace}" of this module: both share its traffic. Give each environment a host of its own.`,
        );
      } else {
        foreign.set(host, module ?? `namespace ${namespace}`);
      }
    }
  }
  const unseen = seen.find(({ kind, refused }) => refused && brought.has(kind));
  return {
    foreign,
    warnings: [...warnings],
    ...(unseen ? { unseen: unseen.refused } : {}),
  };
}

/** All objects of a kind, or why they may not be seen. */
async function listed(
  cluster: Pick<ClusterReader, 'list'>,
  { apiVersion, kind }: Pick<ResourceKind, 'apiVersion' | 'kind'>,
): Promise<{ kind: string; items: KubernetesObject[]; refused?: string }> {
  try {
    const items = await cluster.list({ apiVersion, kind });
    // What comes in a list need not say what it is.
    return {
      kind,
      items: items.map(item => ({ ...item, apiVersion, kind })),
    };
  } catch (error) {
    if (!(error instanceof ClusterError && error.reason === 'forbidden')) {
      throw error;
    }
    return { kind, items: [], refused: error.message };
  }
}

/** Each version of a kind has the same objects. */
function onePerKind<T extends { kind: string }>(kinds: readonly T[]): T[] {
  return [...new Map(kinds.map(each => [each.kind, each])).values()];
}

/**
 * Asked for itself, or covered by a wildcard that is asked for. A module's
 * wildcard is all its own; one of the platform is there for what nobody serves.
 */
function isWanted(
  host: string,
  wanted: ReadonlySet<string>,
  { isOfModule }: { isOfModule: boolean },
): boolean {
  return (
    wanted.has(host) ||
    [...wanted].some(
      each => coversHost(each, host) || (isOfModule && coversHost(host, each)),
    )
  );
}
