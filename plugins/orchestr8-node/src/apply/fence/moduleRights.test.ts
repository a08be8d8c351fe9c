import {
  KubernetesObject,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ClusterWriter } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import {
  configMap,
  deployment,
  plannedDeployment,
} from '../__fixtures__/plannedDeployment';
import { executePlan } from '../executePlan';
import { clusterFailure } from '../failureCauses/clusterFailure';
import { moduleRights, prepareModule } from './moduleRights';
import { connectAsPortal } from '../__testUtils__/connectAsPortal';
import { prepareCluster } from './prepareCluster';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const kubectl = process.env.O8_KUBECTL;
const whenPlayground = kubeconfig && kubectl ? describe : describe.skip;

const DEPLOY_AS = 'orchestr8:deployer:${namespace}';

whenPlayground(
  'a deployer of one module (needs O8_TEST_KUBECONFIG and O8_KUBECTL)',
  () => {
    const run = Date.now().toString(36);
    const own = `o8-rights-own-${run}`;
    const other = `o8-rights-other-${run}`;
    const rights = (namespace: string) => ({
      module: namespace,
      namespace,
      user: DEPLOY_AS.replace('${namespace}', namespace),
    });
    const administrator = connectCluster({
      name: 'test',
      kubeconfig: kubeconfig!,
    });
    let portal: ReturnType<typeof connectCluster>;
    const inName = (namespace: string, epoch?: number) =>
      portal.writingAs({ module: 'shop', namespace, epoch });

    const asAdministrator = (...args: string[]) =>
      execFileSync(kubectl!, [`--kubeconfig=${kubeconfig}`, ...args], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const execute = (namespace: string, objects: KubernetesObject[]) =>
      executePlan(plannedDeployment(namespace, objects), {
        deployment: { id: 'd' },
        cluster: portal,
        epoch: 1,
        timeoutMs: 30_000,
        signal: new AbortController().signal,
        onProgress: async () => {},
      });

    beforeAll(async () => {
      await prepareCluster(administrator);
      await prepareModule(administrator, rights(own));
      await administrator.apply({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: other },
      });
      await administrator.apply(configMap(other, 'theirs', { a: '1' }));
      portal = connectAsPortal(
        { kubeconfig: kubeconfig!, kubectl: kubectl! },
        { user: DEPLOY_AS },
      );
    }, 60_000);

    afterAll(async () => {
      const refs = [own, other].flatMap(namespace =>
        moduleRights(rights(namespace)).map(
          ({ apiVersion, kind, metadata }): ObjectRef => ({
            apiVersion,
            kind,
            name: metadata.name,
            namespace: metadata.namespace,
          }),
        ),
      );
      const granted = ['ClusterRole', 'ClusterRoleBinding'].map(kind => ({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind,
        name: `orchestr8:impersonate:${rights(other).user}`,
      }));
      for (const ref of [...refs, ...granted]) await administrator.delete(ref);
      await Promise.all([administrator.close(), portal?.close()]);
    }, 60_000);

    it('deploys into its own namespace', async () => {
      const outcome = await execute(own, [
        deployment(own, 'web', { replicas: 1 }),
        configMap(own, 'settings'),
      ]);
      expect(outcome).toMatchObject({ state: 'succeeded' });
    }, 60_000);

    it.each<[string, (deployer: ClusterWriter) => Promise<unknown>]>([
      ['make an object', d => d.apply(configMap(other, 'mine'))],
      [
        'change an object',
        d => d.apply(configMap(other, 'theirs', { a: '2' }), { force: true }),
      ],
      [
        'try a change out',
        d => d.apply(configMap(other, 'theirs'), { dryRun: true }),
      ],
      [
        'delete an object',
        d =>
          d.delete({
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: 'theirs',
            namespace: other,
          }),
      ],
      [
        'delete the namespace',
        d => d.delete({ apiVersion: 'v1', kind: 'Namespace', name: other }),
      ],
      [
        'make a namespace',
        d =>
          d.apply({
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name: `${other}-more` },
          }),
      ],
      [
        'give itself rights',
        d =>
          d.apply({
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'ClusterRoleBinding',
            metadata: { name: `o8-rights-${run}` },
            roleRef: {
              apiGroup: 'rbac.authorization.k8s.io',
              kind: 'ClusterRole',
              name: 'cluster-admin',
            },
            subjects: [
              {
                apiGroup: 'rbac.authorization.k8s.io',
                kind: 'User',
                name: rights(own).user,
              },
            ],
          }),
      ],
    ])('cannot %s elsewhere', async (_, write) => {
      const error = await write(inName(own)).catch(e => e);
      expect(error).toMatchObject({ reason: 'forbidden' });
      expect(clusterFailure(error as ClusterError)).toMatchObject({
        cause: 'forbidden',
        remedy: expect.stringMatching(
          new RegExp(`^"${rights(own).user}" lacks the right to .* \`kubectl`),
        ),
      });
      const theirs = await administrator.get({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        name: 'theirs',
        namespace: other,
      });
      expect(theirs?.data).toEqual({ a: '1' });
    });

    it('cannot give a Role more than it has itself', async () => {
      const role: KubernetesObject = {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'too-much', namespace: own },
        rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
      };
      const error = await inName(own, 1)
        .apply(role)
        .catch(e => e as ClusterError);
      expect(clusterFailure(error as ClusterError)).toMatchObject({
        cause: 'rights-escalation',
        remedy: expect.stringContaining('config/rbac.yaml'),
      });
    });

    it('cannot be anybody of whom the portal was not told, and the remedy works', async () => {
      const write = () =>
        inName(other).apply(configMap(other, 'granted'), { dryRun: true });
      const remedies: string[] = [];
      // Whom to be, then what to do: each refusal names one.
      for (const _ of [1, 2]) {
        const error = await write().catch(e => e);
        expect(error).toBeInstanceOf(ClusterError);
        const { remedy } = clusterFailure(error);
        const commands = [...remedy.matchAll(/`kubectl ([^`]+)`/g)];
        expect(commands).toHaveLength(2);
        for (const [, line] of commands) {
          asAdministrator(...line.split(' '));
        }
        remedies.push(remedy);
      }
      expect(remedies[0]).toContain('lacks the right to impersonate users');
      expect(remedies[1]).toContain(
        `lacks the right to patch configmaps in the namespace ${other}`,
      );
      // To make what is not there needs one right more.
      await expect(write()).rejects.toThrow(/cannot create resource/);
    }, 30_000);

    it('fails a deployment with what is missing and who gives it', async () => {
      const { failure, state } = await execute(other, [configMap(other, 'x')]);
      expect(state).toBe('failed');
      expect(failure).toMatchObject({
        cause: 'forbidden',
        object: { kind: 'Namespace', name: other },
        remedy: expect.stringContaining('--resource=namespaces'),
      });
    }, 30_000);
  },
);

whenPlayground('apart from who deploys, who reads', () => {
  it('only reads', async () => {
    const config = parse(readFileSync(kubeconfig!, 'utf8'));
    const [{ user }] = config.users;
    user.as = 'nobody-in-particular';
    const cluster = connectCluster({
      name: 'test',
      kubeconfigText: JSON.stringify(config),
      deploy: { kubeconfig: kubeconfig! },
    });
    const ref = { apiVersion: 'v1', kind: 'Namespace', name: 'default' };
    await expect(cluster.get(ref)).rejects.toMatchObject({
      reason: 'forbidden',
    });
    const { object } = await cluster.apply(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } },
      { dryRun: true },
    );
    expect(object.metadata.name).toBe('default');
    await cluster.close();
  });
});
