import { ClusterWriter } from '../adapters/Cluster';

/** What an unwanted namespace is known by. */
export interface DiscardedNamespace {
  name: string;
  /** Module that it bears the label of: nothing else is touched. */
  module: string;
}

/**
 * Deletes a module's namespace with everything in it, and waits until it is
 * gone; one that is not there is gone already. Rejects with a `ClusterError`,
 * with the signal's reason when that aborts first, and with an `Error` for a
 * namespace that is not the module's.
 */
export async function discardNamespace(
  cluster: Pick<ClusterWriter, 'get' | 'delete' | 'watch'>,
  { name, module }: DiscardedNamespace,
  options: { signal: AbortSignal },
): Promise<void> {
  const { signal } = options;
  const ref = { apiVersion: 'v1', kind: 'Namespace', name };
  const found = await cluster.get(ref, { signal });
  if (!found) return;
  const { uid, labels } = found.metadata;
  if (labels?.['orchestr8.io/module'] !== module) {
    throw new Error(
      `The namespace "${name}" is not of the module "${module}": it is left alone.`,
    );
  }
  await cluster.delete(ref, { uid, signal });
  let there = false;
  for await (const event of cluster.watch(ref, {
    labelSelector: `orchestr8.io/module=${module}`,
    metadataOnly: true,
    signal,
  })) {
    if (event.type === 'interrupted' || event.type === 'current') continue;
    if (event.type === 'synced') {
      if (!there) return;
      continue;
    }
    if (event.object.metadata.uid !== uid) continue;
    if (event.type === 'deleted') return;
    there = true;
  }
  signal.throwIfAborted();
}
