import {
  formatObjectRef,
  KubernetesObject,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';

/** A namespace that every cluster has, and a name that nothing there has. */
const NAMESPACE = 'default';
const NAME = 'orchestr8-trial';

/**
 * Whether the cluster finds an object well formed, before its namespace is
 * there: a dry run under another name in another namespace, which stores
 * nothing. Only what is wrong with the object itself counts; that the other
 * namespace has other rights and quotas says nothing.
 *
 * @returns why the cluster would not take it.
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function tryElsewhere(
  cluster: Pick<ClusterWriter, 'apply'>,
  object: KubernetesObject,
): Promise<string | undefined> {
  const { name, namespace } = object.metadata;
  if (namespace === undefined) return undefined;
  try {
    await cluster.apply(
      {
        ...object,
        metadata: { ...object.metadata, name: NAME, namespace: NAMESPACE },
      },
      { dryRun: true },
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    if (error.retryable || error.reason === 'unauthorized') throw error;
    if (error.reason !== 'invalid') return undefined;
    const said = error.message
      .replaceAll(`${NAMESPACE}/${NAME}`, `${namespace}/${name}`)
      .replaceAll(NAME, name);
    return `The cluster would not take ${formatObjectRef(
      objectRef(object),
    )}: ${said}`;
  }
}
