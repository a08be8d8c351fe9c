import { Environment } from '@orchestr8/backstage-plugin-orchestr8-common';

/** The environment that always exists: the cluster of one's own kubeconfig. */
export const LOCAL = 'local';

/** Time that a deployment may take to become healthy, milliseconds. */
const TIMEOUT_MS = 5 * 60_000;

/** Whether a verb is to work straight on a kubeconfig, and not through the portal. */
export function isLocal(flags: { environment?: string }): boolean {
  return flags.environment === LOCAL;
}

/** `local` on a cluster: no gates, no path, and versions that may change their content. */
export function localEnvironment(
  cluster: string,
  options: { namespace?: string } = {},
): Environment {
  return {
    name: LOCAL,
    cluster,
    namespace: options.namespace ?? '${module}-${environment}',
    delivery: 'direct',
    mutableVersions: true,
    gates: {},
    freeze: [],
    timeoutMs: TIMEOUT_MS,
  };
}
