export * from './Cluster';
export * from './ClusterError';
export { connectCluster } from './kubernetes/connectCluster';
export type { KubeConnectionOptions } from './kubernetes/KubeConnection';
export {
  locatedClusters,
  type LocatedCluster,
} from './kubernetes/locatedClusters';
export {
  alertsFor,
  PrometheusClient,
  type AlertScope,
} from './prometheus/PrometheusClient';
