import { ClusterWriter } from '../adapters/Cluster';
import { fenceOf } from '../apply/fence/fenceOf';

/** Who the plan tries its objects as: whoever will write them, marked as a trial where the cluster fences. */
export async function trialCluster<
  C extends Parameters<typeof fenceOf>[0] & Pick<ClusterWriter, 'writingAs'>,
>(
  cluster: C,
  where: { module: string; namespace: string },
): Promise<ClusterWriter> {
  const { fenced } = await fenceOf(cluster);
  return cluster.writingAs(fenced ? { ...where, epoch: 'plan' } : where);
}
