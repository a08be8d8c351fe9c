import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';

/** Lines of each container. */
const LINES = 20;

/** The last lines that the containers of pods wrote, a pod after the other; what cannot be read is left out. */
export async function lastWords(
  { cluster, signal }: { cluster: ClusterReader; signal: AbortSignal },
  pods: readonly KubernetesObject[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const pod of pods) {
    const { name, namespace = '' } = pod.metadata;
    for (const { name: container } of pod.spec?.containers ?? []) {
      try {
        const log = await cluster.logs(
          { namespace, name, container },
          { tailLines: LINES, signal },
        );
        for await (const some of log) lines.push(...some.map(one => one.text));
      } catch {
        signal.throwIfAborted();
      }
    }
  }
  return lines;
}
