import {
  Manifest,
  Module,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';

/** Kinds of which one brings a Secret of its own name. */
const BRINGERS = ['Secret', 'SealedSecret', 'ExternalSecret'];

/**
 * Secrets that the module needs, that nothing in the release brings, and that
 * the namespace lacks. Only whether they exist is looked at; what they hold is
 * dropped unread. With External Secrets it is a warning: an operator that the
 * cluster does not have cannot be demanded of the module.
 */
export async function missingSecrets(
  cluster: Pick<ClusterReader, 'get'>,
  manifests: readonly Manifest[],
  options: { module: Module; namespace: string; namespaceExists: boolean },
): Promise<{ refusals: Refusal[]; warnings: string[] }> {
  const { module, namespace, namespaceExists } = options;
  const brought = new Set(
    manifests
      .filter(({ object }) => BRINGERS.includes(object.kind))
      .map(({ object }) => object.metadata.name),
  );
  const missing: string[] = [];
  for (const { name } of module.spec.secrets) {
    if (brought.has(name)) continue;
    const ref = { apiVersion: 'v1', kind: 'Secret', name, namespace };
    if (!namespaceExists || !(await cluster.get(ref))) missing.push(name);
  }
  const command = (name: string) =>
    `kubectl create secret generic ${name} --namespace ${namespace} …`;
  switch (module.spec.security.secretsManager) {
    case 'external-secrets':
      return {
        refusals: [],
        warnings: missing.map(
          name =>
            `The cluster has no External Secrets, and the Secret "${name}" is not in the namespace "${namespace}": pods that need it will wait. Make it there (${command(
              name,
            )}).`,
        ),
      };
    case 'sealed-secrets':
      return {
        refusals: missing.map(name => ({
          kind: 'invalid',
          message: `Neither the chart nor config/ carries the SealedSecret "${name}". Seal it (kubeseal) and add it to config/.`,
        })),
        warnings: [],
      };
    default:
      return {
        refusals: missing.map(name => ({
          kind: 'dependency',
          message: `The Secret "${name}" that the module needs does not exist in the namespace "${namespace}". Make it there (${command(
            name,
          )}), or let a secrets manager bring it.`,
        })),
        warnings: [],
      };
  }
}
