import type { KubeConfig } from '@kubernetes/client-node';
import { ClusterError } from '../ClusterError';
import type { KubeConnectionOptions } from './KubeConnection';
import { loadClient } from './loadClient';
import { withTokenFiles } from './tokenFiles';

/** The kubeconfig that a connection is made of, at its context. Rejects with a `ClusterError` that says what is wrong with it. */
export async function loadKubeConfig(
  options: Pick<
    KubeConnectionOptions,
    'name' | 'kubeconfig' | 'kubeconfigText' | 'context'
  >,
): Promise<KubeConfig> {
  const { name, kubeconfig, kubeconfigText, context } = options;
  const where = kubeconfigText
    ? 'the kubeconfig given'
    : `the kubeconfig ${kubeconfig ?? 'of this account'}`;
  try {
    const client = await loadClient();
    const config = new client.KubeConfig();
    if (kubeconfigText) config.loadFromString(kubeconfigText);
    else if (kubeconfig) config.loadFromFile(kubeconfig);
    else config.loadFromDefault();
    await withTokenFiles(config, options);
    if (context) {
      if (!config.getContextObject(context)) {
        const known = config.getContexts().map(({ name: one }) => one);
        throw new Error(
          `it has no context "${context}" (it has: ${
            known.join(', ') || 'none'
          })`,
        );
      }
      config.setCurrentContext(context);
    }
    if (!config.getCurrentCluster()) {
      throw new Error('it names no current cluster; set `context`');
    }
    return config;
  } catch (error) {
    throw new ClusterError(
      `The cluster "${name}" cannot be reached: ${where} cannot be used: ${reasonOf(
        error,
      )}`,
      { cluster: name, reason: 'unreachable', cause: error },
    );
  }
}

/** First line only: a YAML parser's message goes on with the lines at fault, and a kubeconfig's lines are secret. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES') return 'no permission to read it';
  return (message ?? String(error)).split('\n')[0];
}
