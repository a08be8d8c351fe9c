import { Change, Leave } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';
import { Inventory } from '../apply/Inventory';
import { deletionsOf, LeftOverObject } from '../plan/changesOf';
import { inLanes } from './inLanes';

/** What deleting all of an inventory would change now. */
export async function observeDeletions(
  cluster: Pick<ClusterReader, 'get'>,
  inventory: Inventory | undefined,
  options: { module: string; leave: readonly Leave[] },
): Promise<Change[]> {
  const objects = await inLanes(
    inventory?.objects ?? [],
    async (ref): Promise<LeftOverObject> => ({
      ref,
      live: await cluster.get(ref),
    }),
  );
  return deletionsOf(objects, options);
}
