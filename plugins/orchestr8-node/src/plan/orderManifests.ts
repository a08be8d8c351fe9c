import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Kinds in the order in which they need each other, as Helm installs them; definitions of kinds before all that may use them. */
const KIND_ORDER = [
  'PriorityClass',
  'Namespace',
  'CustomResourceDefinition',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'ServiceAccount',
  'ExternalSecret',
  'SealedSecret',
  'Secret',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
];

const rankOf = (kind: string) => {
  const rank = KIND_ORDER.indexOf(kind);
  return rank < 0 ? KIND_ORDER.length : rank;
};

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** By kind, then name: the same manifests always in the same order; the kinds that nobody knows last. */
export function orderManifests(manifests: readonly Manifest[]): Manifest[] {
  return [...manifests].sort(
    ({ object: a }, { object: b }) =>
      rankOf(a.kind) - rankOf(b.kind) ||
      compareText(a.kind, b.kind) ||
      compareText(a.metadata.name, b.metadata.name) ||
      compareText(a.apiVersion, b.apiVersion),
  );
}
