import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { InputError } from '@backstage/errors';
import { LogQuery } from './LogQuery';
import { sourcesOf } from './LogSource';

type Wanted = Pick<LogQuery, 'module' | 'pod' | 'container'>;

/** Why nothing can be read of the pods, with the names that there are; `undefined` where something can, and where there are no pods yet. */
export function unknownSource(
  pods: readonly KubernetesObject[],
  { module, pod, container }: Wanted,
): string | undefined {
  if (pods.length === 0) return undefined;
  if (pods.some(one => sourcesOf(one, { pod, container }).length > 0)) {
    return undefined;
  }
  const of = pods.filter(({ metadata }) => !pod || metadata.name === pod);
  if (of.length === 0) {
    const names = pods.map(({ metadata }) => metadata.name);
    return `No pod of ${module} is named "${pod}"; there are ${list(names)}.`;
  }
  const names = of.flatMap(one => sourcesOf(one, {}).map(s => s.container));
  return `No container of ${
    pod ?? module
  } is named "${container}"; there are ${list(names)}.`;
}

/**
 * Throws an `InputError` when a pod or container is asked for that is not
 * there though others are.
 *
 * @throws ClusterError when the pods cannot be listed.
 */
export async function demandSource(
  query: Wanted & Pick<LogQuery, 'logs' | 'namespace' | 'signal'>,
): Promise<void> {
  const { logs, namespace, module, signal } = query;
  if (!query.pod && !query.container) return;
  const pods = await logs.cluster.list(
    { apiVersion: 'v1', kind: 'Pod' },
    { namespace, labelSelector: `orchestr8.io/module=${module}`, signal },
  );
  const unknown = unknownSource(pods, query);
  if (unknown) throw new InputError(unknown);
}

function list(names: readonly string[]): string {
  return [...new Set(names)].sort().join(', ');
}
