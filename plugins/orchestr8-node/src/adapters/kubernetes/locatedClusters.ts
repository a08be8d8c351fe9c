import { Config } from '@backstage/config';
import { KubeConnectionOptions } from './KubeConnection';

/** Where a pod finds its own service account. */
const IN_CLUSTER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** A cluster of Backstage's Kubernetes plugin, or why it cannot be deployed to. */
export type LocatedCluster =
  | { name: string; connection: KubeConnectionOptions }
  | { name: string; unusable: string };

/**
 * The clusters of `kubernetes.clusterLocatorMethods` that the configuration
 * itself describes. Those that are found at run time (in the catalog, at a
 * cloud provider) are left out: who may write an entity must not decide where
 * the portal deploys.
 *
 * A cluster without a credential of its own is unusable: people's tokens are
 * never kept, and a deployment outlives the request that asked for it.
 */
export function locatedClusters(config: Config): LocatedCluster[] {
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return methods.flatMap(method => {
    switch (method.getString('type')) {
      case 'config':
        return method.getConfigArray('clusters').map(locate);
      case 'localKubectlProxy':
        return [
          { name: 'local', connection: connectionTo('local', PROXY, {}) },
        ];
      default:
        return [];
    }
  });
}

const AUTH_PROVIDER = 'kubernetes.io/auth-provider';
/** `kubectl proxy`; the client takes plain HTTP only where it is told so. */
const PROXY = {
  server: 'http://localhost:8001',
  'insecure-skip-tls-verify': true,
};

function locate(config: Config): LocatedCluster {
  const name = config.getString('name');
  const provider =
    config.getOptionalString('authProvider') ??
    config.getOptional<Record<string, string>>('authMetadata')?.[AUTH_PROVIDER];
  const cluster = {
    server: config.getString('url'),
    'insecure-skip-tls-verify':
      config.getOptionalBoolean('skipTLSVerify') ??
      (config.getString('url').startsWith('http:') || undefined),
    'certificate-authority-data': config.getOptionalString('caData'),
    'certificate-authority': config.getOptionalString('caFile'),
  };
  switch (provider) {
    case 'serviceAccount': {
      const token = config.getOptionalString('serviceAccountToken');
      return {
        name,
        connection: token
          ? connectionTo(name, cluster, { token })
          : connectionTo(name, inCluster(cluster), OWN_ACCOUNT),
      };
    }
    case 'localKubectlProxy':
      return { name, connection: connectionTo(name, cluster, {}) };
    default:
      return {
        name,
        unusable: `The cluster "${name}" of kubernetes.clusterLocatorMethods signs people in (authProvider "${
          provider ?? 'none'
        }"), and a deployment needs an account of its own. Give it "authProvider: serviceAccount" with a serviceAccountToken, or put the cluster into orchestr8.clusters with a kubeconfig.`,
      };
  }
}

/** The token is read from its file anew: it is replaced every hour. */
const OWN_ACCOUNT = {
  'auth-provider': {
    name: 'tokenFile',
    config: { tokenFile: `${IN_CLUSTER}/token` },
  },
};

function inCluster(cluster: Record<string, unknown>): Record<string, unknown> {
  return cluster['certificate-authority-data'] ||
    cluster['certificate-authority'] ||
    cluster['insecure-skip-tls-verify']
    ? cluster
    : { ...cluster, 'certificate-authority': `${IN_CLUSTER}/ca.crt` };
}

function connectionTo(
  name: string,
  cluster: Record<string, unknown>,
  user: Record<string, unknown>,
): KubeConnectionOptions {
  return {
    name,
    kubeconfigText: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name, cluster }],
      users: [{ name, user }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      'current-context': name,
    }),
  };
}
