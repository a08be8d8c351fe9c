import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../../adapters/Cluster';
import { deployerPolicy } from './deployerPolicy';
import { DeployerAccount, deployerRights } from './deployerRights';
import { fencePolicies } from './fencePolicies';
import { portalPolicy } from './portalPolicy';

/** The portal's account where nothing else is said. */
export const DEFAULT_ACCOUNT: DeployerAccount = {
  namespace: 'orchestr8-system',
  name: 'orchestr8-portal',
};

/**
 * Everything that a cluster is prepared with, in the order in which to apply
 * it: the portal's account and its rights, the deployer's rights and where it
 * has them, and the fence.
 * `o8 cluster prepare` prints or applies it.
 */
export function clusterPreparation(
  account: DeployerAccount = DEFAULT_ACCOUNT,
): KubernetesObject[] {
  return [
    ...deployerRights(account),
    ...deployerPolicy(account),
    ...fencePolicies(),
    ...portalPolicy(account),
  ];
}

/**
 * Applies the preparation; again and again does no harm. Needs an
 * administrator's kubeconfig. Answers what was applied.
 *
 * @throws ClusterError at the first object that the cluster does not take.
 */
export async function prepareCluster(
  cluster: Pick<ClusterWriter, 'apply'>,
  account: DeployerAccount = DEFAULT_ACCOUNT,
): Promise<KubernetesObject[]> {
  const objects = clusterPreparation(account);
  for (const object of objects) {
    await cluster.apply(object, { force: true });
  }
  return objects;
}
