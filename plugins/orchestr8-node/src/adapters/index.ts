export * from './Cluster';
export * from './ClusterError';
export { connectCluster } from './kubernetes/connectCluster';
export type { KubeConnectionOptions } from './kubernetes/KubeConnection';
