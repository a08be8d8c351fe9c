import {
  Manifest,
  ObjectDrift,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';
import { FIELD_MANAGER } from '../adapters/kubernetes/KubernetesCluster';
import { inLanes } from './inLanes';
import { driftOf } from '../plan/drift/driftOf';
import { secretsIn } from '../secrets/secretsIn';

/**
 * What of a deployment is not as it was deployed: objects with a field that
 * somebody changed, added or took away, and objects that are gone. Hooks are
 * left out, for they come and go.
 *
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function observeDrift(
  cluster: Pick<ClusterReader, 'get'>,
  manifests: readonly Manifest[],
  options: { fieldManager?: string; signal?: AbortSignal } = {},
): Promise<ObjectDrift[]> {
  const { fieldManager = FIELD_MANAGER, signal } = options;
  const standing = manifests.filter(({ hook }) => !hook);
  const known = secretsIn(standing.map(({ object }) => object));
  const drifts = await inLanes(standing, async ({ object }) => {
    const ref = objectRef(object);
    const live = await cluster.get(ref, { signal });
    if (!live) return { object: ref, fields: [] };
    const fields = driftOf(object, live, { fieldManager, known });
    return fields.length > 0 ? { object: ref, fields } : undefined;
  });
  return drifts.filter(drift => drift !== undefined);
}
