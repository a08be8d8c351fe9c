import {
  Manifest,
  MODULE_LABEL,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { coversHost } from '../policy/coversHost';

/** Hosts that Ingresses outside the module's own namespace claim. */
export interface ClaimedHosts {
  /** Host → the other module or namespace. */
  foreign: Map<string, string>;
  /** Words about hosts that the module itself claims elsewhere. */
  warnings: string[];
  /** Why it could not be seen who claims what. */
  unseen?: string;
}

/** Looks who else in the cluster claims hosts; asks nothing when the release has no Ingress. */
export async function claimedHosts(
  cluster: Pick<ClusterReader, 'list'>,
  manifests: readonly Manifest[],
  options: { module: string; namespace: string },
): Promise<ClaimedHosts> {
  const foreign = new Map<string, string>();
  const warnings: string[] = [];
  const wanted = new Set(
    manifests
      .filter(({ object }) => object.kind === 'Ingress')
      .flatMap(({ object }) => hostsOf(object.spec)),
  );
  if (wanted.size === 0) {
    return { foreign, warnings };
  }
  try {
    const ingresses = await cluster.list({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
    });
    for (const { metadata, spec } of ingresses) {
      const { namespace = '', labels } = metadata;
      const module = labels?.[MODULE_LABEL];
      for (const host of hostsOf(spec)) {
        const isOfModule = module !== undefined;
        if (namespace === options.namespace) continue;
        if (!isWanted(host, wanted, { isOfModule })) continue;
        if (module === options.module) {
          warnings.push(
            `The host "${host}" is also claimed in the namespace "${namespace}" of this module: both share its traffic. Give each environment a host of its own.`,
          );
        } else {
          foreign.set(host, module ?? `namespace ${namespace}`);
        }
      }
    }
  } catch (error) {
    if (!(error instanceof ClusterError && error.reason === 'forbidden')) {
      throw error;
    }
    return { foreign, warnings, unseen: error.message };
  }
  return { foreign, warnings };
}

function hostsOf(spec: { rules?: { host?: string }[] } | undefined): string[] {
  return (spec?.rules ?? []).flatMap(({ host }) => host ?? []);
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
