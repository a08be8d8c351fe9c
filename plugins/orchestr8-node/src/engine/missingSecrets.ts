import {
  Manifest,
  Module,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';

/** Kinds of which one brings a Secret of its own name. */
const BRINGERS = ['Secret', 'SealedSecret', 'ExternalSecret'];

/**
 * Secrets that the module needs, nobody brings, and the namespace lacks. Only
 * whether they exist is looked at; what they hold is dropped unread.
 */
export async function missingSecrets(
  cluster: Pick<ClusterReader, 'get'>,
  manifests: readonly Manifest[],
  options: { module: Module; namespace: string; namespaceExists: boolean },
): Promise<Refusal[]> {
  const { module, namespace, namespaceExists } = options;
  const brought = new Set(
    manifests
      .filter(({ object }) => BRINGERS.includes(object.kind))
      .map(({ object }) => object.metadata.name),
  );
  const missing: string[] = [];
  for (const { name } of module.spec.secrets) {
    if (brought.has(name)) continue;
    const live =
      namespaceExists &&
      (await cluster.get({
        apiVersion: 'v1',
        kind: 'Secret',
        name,
        namespace,
      }));
    if (!live) missing.push(name);
  }
  return missing.map(name => ({
    kind: 'dependency' as const,
    message: `The Secret "${name}" that the module needs does not exist in the namespace "${namespace}". Make it there (kubectl create secret generic ${name} --namespace ${namespace} …), or let a secrets manager bring it.`,
  }));
}
