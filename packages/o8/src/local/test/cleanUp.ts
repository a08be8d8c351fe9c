import {
  Environment,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Local } from '../openLocal';

/** Time that namespaces have to go, milliseconds. */
const PATIENCE_MS = 120_000;

/**
 * Deletes all namespaces of a scratch environment, and waits until they are
 * gone. It has its own time: an interruption must not keep it from its work.
 */
export async function cleanUp(
  { cluster, door }: Pick<Local, 'cluster' | 'door'>,
  environment: Environment,
): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const namespaces = await cluster.list(
    { apiVersion: 'v1', kind: 'Namespace' },
    {
      labelSelector: `orchestr8.io/environment=${environment.name}`,
      metadataOnly: true,
      signal,
    },
  );
  const own = namespaces.flatMap(({ metadata }) => {
    const module = metadata.labels?.['orchestr8.io/module'];
    const { name } = metadata;
    return module && name === namespaceOf(environment, module)
      ? [{ name, module }]
      : [];
  });
  await Promise.all(
    own.map(namespace => door.discardNamespace(cluster, namespace, { signal })),
  );
}
