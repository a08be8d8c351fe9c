import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Kinds in the order in which they need each other; those of one line do not. Any other kind comes last. */
const TIERS: readonly (readonly string[])[] = [
  ['Namespace', 'CustomResourceDefinition', 'PriorityClass', 'StorageClass'],
  [
    'NetworkPolicy',
    'ResourceQuota',
    'LimitRange',
    'ServiceAccount',
    'Secret',
    'SealedSecret',
    'ExternalSecret',
    'ConfigMap',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'ClusterRole',
    'Role',
    'PodDisruptionBudget',
  ],
  [
    'ClusterRoleBinding',
    'RoleBinding',
    'Service',
    'PodMonitor',
    'ServiceMonitor',
    'PrometheusRule',
  ],
  [
    'DaemonSet',
    'Pod',
    'ReplicaSet',
    'Deployment',
    'StatefulSet',
    'Job',
    'CronJob',
  ],
];

/** Position of a kind in the order. */
export function tierOf(kind: string): number {
  const tier = TIERS.findIndex(kinds => kinds.includes(kind));
  return tier < 0 ? TIERS.length : tier;
}

/** Manifests by tier, first to apply first; within a tier in the order given. */
export function intoTiers(manifests: readonly Manifest[]): Manifest[][] {
  const tiers: Manifest[][] = Array.from(
    { length: TIERS.length + 1 },
    () => [],
  );
  for (const manifest of manifests) {
    tiers[tierOf(manifest.object.kind)].push(manifest);
  }
  return tiers.filter(tier => tier.length > 0);
}
