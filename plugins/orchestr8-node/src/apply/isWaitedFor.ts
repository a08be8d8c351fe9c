import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Kinds that are well as soon as they are there: nothing more will be heard of them. */
const WELL_BY_BEING_THERE = new Set([
  'Namespace',
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'HorizontalPodAutoscaler',
  'Ingress',
  'CronJob',
  'ServiceMonitor',
  'PodMonitor',
  'PrometheusRule',
  'PriorityClass',
  'StorageClass',
]);

/**
 * Whether a deployment waits for the object to become healthy. A claim is not
 * waited for: some volumes are only bound when a pod asks, and then the pod tells.
 */
export function isWaitedFor(object: KubernetesObject): boolean {
  if (object.kind === 'Service') return object.spec?.type === 'LoadBalancer';
  if (object.kind === 'PersistentVolumeClaim') return false;
  return !WELL_BY_BEING_THERE.has(object.kind);
}
