import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** A host by which traffic comes to an object. */
export interface ClaimedHost {
  /** Absent: every name. */
  host?: string;
  /** Where the object says so. */
  path: string;
}

const GATEWAY_API = 'gateway.networking.k8s.io/';
const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute'];

/** Whether objects of the kind take traffic by host. */
export function claimsHosts({
  apiVersion,
  kind,
}: Pick<KubernetesObject, 'apiVersion' | 'kind'>): boolean {
  return (
    (kind === 'Ingress' && apiVersion.startsWith('networking.k8s.io/')) ||
    (ROUTES.includes(kind) && apiVersion.startsWith(GATEWAY_API))
  );
}

/**
 * The hosts of an Ingress, or of a route of the Gateway API; none of any other
 * kind. A route without host names takes those of its Gateway: that is every
 * name where the Gateway is not the module's own.
 */
export function hostsOf(object: KubernetesObject): ClaimedHost[] {
  if (!claimsHosts(object)) return [];
  const { kind, spec } = object;
  if (kind === 'Ingress') {
    return listOf<{ host?: string }>(spec?.rules).map(({ host }, index) => ({
      host,
      path: `spec.rules[${index}].host`,
    }));
  }
  const names = listOf<string>(spec?.hostnames);
  if (names.length === 0 && hasSharedGateway(object)) {
    return [{ path: 'spec.hostnames' }];
  }
  return names.map((host, index) => ({
    host,
    path: `spec.hostnames[${index}]`,
  }));
}

/** Routes of a mesh have a Service for parent, and take no hosts from anybody. */
function hasSharedGateway({ metadata, spec }: KubernetesObject): boolean {
  return listOf<{ kind?: string; namespace?: string }>(spec?.parentRefs).some(
    ({ kind, namespace }) =>
      kind !== 'Service' &&
      namespace !== undefined &&
      namespace !== metadata.namespace,
  );
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? value : [];
}
