import {
  KubernetesObject,
  MODULE_LABEL,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../../adapters/Cluster';
import { DEPLOYER } from '../../adapters/kubernetes/impersonation';
import { DeployerAccount } from './deployerRights';
import { DEFAULT_ACCOUNT } from './prepareCluster';

/** Who writes one module in one namespace, as `deployAs` of the cluster names it. */
export interface ModuleDeployer {
  module: string;
  namespace: string;
  /** User with the placeholders filled in. */
  user: string;
  /** Groups with the placeholders filled in. */
  groups?: readonly string[];
  /** The portal's own account, which is to act as that user, in those groups. */
  account?: DeployerAccount;
}

/** Owner of these objects' fields: a deployment does not take back what an administrator gave. */
const PREPARATION_MANAGER = 'orchestr8-prepare';

/**
 * Least rights for a deployer of one module: all that modules may bring, in
 * this namespace and nowhere else. It cannot make the Namespace itself, so
 * that comes with its rights, and with the label that says whose it is;
 * `deployerRights` must have been applied before.
 */
export function moduleRights(deployer: ModuleDeployer): KubernetesObject[] {
  const { module, namespace, user, groups = [] } = deployer;
  const { account = DEFAULT_ACCOUNT } = deployer;
  const actAs = `orchestr8:portal:${namespace}`;
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels: { [MODULE_LABEL]: module } },
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'orchestr8-deployer', namespace, labels: LABELS },
      roleRef: roleRef(DEPLOYER),
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: actAs, labels: LABELS },
      rules: [
        mayBe('users', [user]),
        // Without names it would be every group.
        ...(groups.length > 0 ? [mayBe('groups', groups)] : []),
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: actAs, labels: LABELS },
      roleRef: roleRef(actAs),
      subjects: [
        {
          kind: 'ServiceAccount',
          name: account.name,
          namespace: account.namespace,
        },
      ],
    },
  ];
}

/**
 * Applies the rights of one module's deployer; again and again does no harm.
 * Needs an administrator's kubeconfig. Answers what was applied.
 *
 * @throws ClusterError at the first object that the cluster does not take.
 */
export async function prepareModule(
  cluster: Pick<ClusterWriter, 'apply'>,
  deployer: ModuleDeployer,
): Promise<KubernetesObject[]> {
  const objects = moduleRights(deployer);
  for (const object of objects) {
    await cluster.apply(object, {
      force: true,
      fieldManager: PREPARATION_MANAGER,
    });
  }
  return objects;
}

const LABELS = { 'app.kubernetes.io/managed-by': 'orchestr8' };

function mayBe(resource: 'users' | 'groups', names: readonly string[]): object {
  return {
    apiGroups: [''],
    resources: [resource],
    resourceNames: [...names],
    verbs: ['impersonate'],
  };
}

function roleRef(name: string): object {
  return {
    apiGroup: 'rbac.authorization.k8s.io',
    kind: 'ClusterRole',
    name,
  };
}
