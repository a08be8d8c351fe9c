export * from './Cluster';
export * from './ClusterError';
export { connectCluster } from './kubernetes/connectCluster';
export { contextOf, type KubeContext } from './kubernetes/contextOf';
export type { KubeConnectionOptions } from './kubernetes/KubeConnection';
export {
  locatedClusters,
  type LocatedCluster,
} from './kubernetes/locatedClusters';
export { sharedAccount } from './kubernetes/sharedAccount';
export type { AlertReader, AlertScope } from './alerts/AlertReader';
export { alertsFor, type AlertReaders } from './alerts/alertsFor';
export { AlertmanagerClient } from './alertmanager/AlertmanagerClient';
export { PrometheusClient } from './prometheus/PrometheusClient';
export type { HttpApiOptions } from './alerts/HttpApi';
