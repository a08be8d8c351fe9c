import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../../adapters/ClusterError';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { connectAsPortal } from '../__testUtils__/connectAsPortal';
import { clusterFailure } from '../failureCauses/clusterFailure';
import { moduleRights, prepareModule } from './moduleRights';
import { prepareCluster } from './prepareCluster';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const kubectl = process.env.O8_KUBECTL;
const whenPlayground = kubeconfig && kubectl ? describe : describe.skip;

const RBAC = 'rbac.authorization.k8s.io';
const DEPLOY_AS = 'orchestr8:deployer:${namespace}';
const GROUP = 'o8-test:${namespace}';

jest.setTimeout(60_000);

whenPlayground(
  'a deployer in groups (needs O8_TEST_KUBECONFIG and O8_KUBECTL)',
  () => {
    const namespace = `o8-groups-${Date.now().toString(36)}`;
    const fill = (text: string) => text.replace('${namespace}', namespace);
    const deployer = {
      ...{ module: namespace, namespace },
      user: fill(DEPLOY_AS),
      groups: [fill(GROUP)],
    };
    const name = 'of-the-group';
    /** What a deployer may not bring; whoever is in the group may. */
    const revision: KubernetesObject = {
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: { name, namespace },
      data: {},
      revision: 1,
    };
    const administrator = connectCluster({
      name: 'test',
      kubeconfig: kubeconfig!,
    });
    const open: ReturnType<typeof connectCluster>[] = [administrator];
    const inGroups = (groups: string[]) => {
      const portal = connectAsPortal(
        { kubeconfig: kubeconfig!, kubectl: kubectl! },
        { user: DEPLOY_AS, ...(groups.length > 0 ? { groups } : {}) },
      );
      open.push(portal);
      return portal.writingAs({ module: namespace, namespace });
    };

    beforeAll(async () => {
      await prepareCluster(administrator);
      await prepareModule(administrator, deployer);
      await administrator.apply({
        apiVersion: `${RBAC}/v1`,
        kind: 'Role',
        metadata: { name, namespace },
        rules: [
          {
            apiGroups: ['apps'],
            resources: ['controllerrevisions'],
            verbs: ['create', 'patch'],
          },
        ],
      });
      await administrator.apply({
        apiVersion: `${RBAC}/v1`,
        kind: 'RoleBinding',
        metadata: { name, namespace },
        roleRef: { apiGroup: RBAC, kind: 'Role', name },
        subjects: [{ apiGroup: RBAC, kind: 'Group', name: fill(GROUP) }],
      });
    });

    afterAll(async () => {
      for (const { apiVersion, kind, metadata } of moduleRights(deployer)) {
        await administrator.delete({ apiVersion, kind, ...metadata });
      }
      await Promise.all(open.map(connection => connection.close()));
    });

    it('writes as a member of those that it was given', async () => {
      await expect(inGroups([]).apply(revision)).rejects.toMatchObject({
        reason: 'forbidden',
      });
      const { object } = await inGroups([GROUP]).apply(revision);
      expect(object.metadata.name).toBe(name);
    });

    it('is in no other, and the refusal names the right that is missing', async () => {
      const error = await inGroups([GROUP, 'system:masters'])
        .apply(revision)
        .catch(refusal => refusal as ClusterError);
      expect(error).toMatchObject({ reason: 'forbidden' });
      expect(clusterFailure(error as ClusterError).remedy).toContain(
        'lacks the right to impersonate groups',
      );
    });

    it('may not be in every group when none is named', () => {
      const rules = moduleRights({ ...deployer, groups: [] }).flatMap(
        object => object.rules ?? [],
      );
      expect(rules).toEqual([
        expect.objectContaining({ resources: ['users'] }),
      ]);
    });
  },
);
