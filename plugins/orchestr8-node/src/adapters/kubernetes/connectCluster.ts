import { ClusterWriter } from '../Cluster';
import { KubeConnectionOptions } from './KubeConnection';
import { KubernetesCluster } from './KubernetesCluster';

/**
 * A cluster by kubeconfig. Nothing is read and nothing is asked before the
 * first call; `close` ends its connections.
 */
export function connectCluster(
  options: KubeConnectionOptions,
): ClusterWriter & { close(): Promise<void> } {
  return new KubernetesCluster(options);
}
