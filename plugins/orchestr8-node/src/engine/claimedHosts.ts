import {
  Manifest,
  MODULE_LABEL,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';

/** Hosts that Ingresses outside the module's own namespace claim. */
export interface ClaimedHosts {
  /** Host → the other module or namespace. */
  foreign: Map<string, string>;
  /** Words about what could not be seen, and about hosts that the module itself claims elsewhere. */
  warnings: string[];
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
        if (namespace === options.namespace || !isWanted(host, wanted))
          continue;
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
    warnings.push(
      `Hosts could not be compared with those of other modules: ${error.message}`,
    );
  }
  return { foreign, warnings };
}

function hostsOf(spec: { rules?: { host?: string }[] } | undefined): string[] {
  return (spec?.rules ?? []).flatMap(({ host }) => host ?? []);
}

/** Asked for itself, or covered by a wildcard that is asked for. */
function isWanted(host: string, wanted: ReadonlySet<string>): boolean {
  return (
    wanted.has(host) ||
    [...wanted].some(
      each => each.startsWith('*.') && host.endsWith(each.slice(1)),
    )
  );
}
