import {
  KubernetesObject,
  Manifest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../adapters/ClusterError';

/**
 * Whether the cluster does not take an object on trial only because something
 * that the release brings is not there yet: the Role of a binding, the account
 * of a pod.
 */
export function waitsForRelease(
  object: KubernetesObject,
  error: ClusterError,
  release: readonly Manifest[],
): boolean {
  const brings = (kind: string, name: unknown) =>
    release.some(
      ({ object: one }) =>
        one.kind === kind &&
        one.metadata.name === name &&
        one.metadata.namespace === object.metadata.namespace,
    );
  switch (object.kind) {
    case 'RoleBinding':
      return (
        error.reason === 'not-found' &&
        object.roleRef?.kind === 'Role' &&
        brings('Role', object.roleRef.name)
      );
    case 'Pod':
      return (
        error.reason === 'forbidden' &&
        /error looking up service account/.test(error.message) &&
        brings('ServiceAccount', object.spec?.serviceAccountName)
      );
    default:
      return false;
  }
}
