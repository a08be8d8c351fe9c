import { ResourceKind } from '../Cluster';

/** Path of a collection, or of one object when `name` is given. Names keep their case: RBAC objects may have capitals. */
export function resourcePath(
  kind: ResourceKind,
  where: { namespace?: string; name?: string } = {},
): string {
  const root = kind.apiVersion.includes('/') ? '/apis' : '/api';
  const parts = [root, kind.apiVersion];
  if (kind.namespaced && where.namespace) {
    parts.push('namespaces', encodeURIComponent(where.namespace));
  }
  parts.push(kind.resource);
  if (where.name) parts.push(encodeURIComponent(where.name));
  return parts.join('/');
}
