import type { KubeConnectionOptions } from './KubeConnection';
import { loadKubeConfig } from './loadKubeConfig';

/** Where a kubeconfig leads to, as far as it says itself. */
export interface KubeContext {
  /** Name of the context. */
  name: string;
  /** Name of the cluster in the kubeconfig. */
  cluster: string;
  /** URL of the API server. */
  server: string;
  /** Name of the user in the kubeconfig. */
  user?: string;
}

/** The context that a connection would use; nothing is asked of the cluster. Rejects with a `ClusterError`. */
export async function contextOf(
  options: Pick<
    KubeConnectionOptions,
    'name' | 'kubeconfig' | 'kubeconfigText' | 'context'
  >,
): Promise<KubeContext> {
  const config = await loadKubeConfig(options);
  const cluster = config.getCurrentCluster()!;
  const user = config.getCurrentUser()?.name;
  return {
    name: config.getCurrentContext(),
    cluster: cluster.name,
    server: cluster.server,
    ...(user ? { user } : {}),
  };
}
