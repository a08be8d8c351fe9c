import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ClusterError } from '../../adapters/ClusterError';
import { ClusterWriter } from '../../adapters/Cluster';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { configMap, namespaceObject } from '../__fixtures__/plannedDeployment';
import { clusterFailure } from './clusterFailure';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground(
  'access that a real cluster refuses (needs O8_TEST_KUBECONFIG)',
  () => {
    const run = Date.now().toString(36);
    const connected: ReturnType<typeof connectCluster>[] = [];
    const connect = (
      more: Partial<Parameters<typeof connectCluster>[0]> = {},
    ) => {
      const cluster = connectCluster({ name: 'test', kubeconfig, ...more });
      connected.push(cluster);
      return cluster;
    };
    const cluster = connect();
    const ns = `o8-access-${run}`;
    beforeAll(() => cluster.apply(namespaceObject(ns)));
    afterAll(async () => {
      await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name: ns });
      await Promise.all(connected.map(one => one.close()));
    });

    const failureOf = async (write: () => Promise<unknown>) => {
      const error = await write().catch((e: unknown) => e);
      expect(error).toBeInstanceOf(ClusterError);
      return clusterFailure(error as ClusterError);
    };

    describe('to somebody else', () => {
      const user = `o8:refused:${run}`;
      const somebody = (): ClusterWriter =>
        connect({ deployAs: { user } }).writingAs({
          module: 'm',
          namespace: ns,
        });

      it('is forbidden, with the right that is missing and how to give it', async () => {
        const write = () => somebody().apply(configMap(ns, 'forbidden'));
        expect(await failureOf(write)).toMatchObject({
          cause: 'forbidden',
          remedy: expect.stringMatching(
            new RegExp(
              `"${user}" lacks the right to patch configmaps .*--namespace=${ns}`,
            ),
          ),
        });
      });

      it('is rights-escalation for a Role that gives more than they have', async () => {
        const role = (name: string, resources: string[]): KubernetesObject => ({
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'Role',
          metadata: { name, namespace: ns },
          rules: [
            {
              apiGroups: ['', 'rbac.authorization.k8s.io'],
              resources,
              verbs: ['create', 'patch', 'get'],
            },
          ],
        });
        await cluster.apply(role('roles', ['roles']));
        await cluster.apply({
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'RoleBinding',
          metadata: { name: 'roles', namespace: ns },
          roleRef: {
            apiGroup: 'rbac.authorization.k8s.io',
            kind: 'Role',
            name: 'roles',
          },
          subjects: [
            { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user },
          ],
        });
        // A right is in force some moments after it is there.
        let failure;
        do {
          failure = await failureOf(() =>
            somebody().apply(role('more', ['secrets'])),
          );
        } while (failure.cause === 'forbidden');
        expect(failure).toMatchObject({
          cause: 'rights-escalation',
          remedy: expect.stringContaining('config/rbac.yaml'),
        });
      }, 30_000);
    });

    describe('of the cluster as a whole', () => {
      const server = (address: string, token = 'wrong') =>
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'Config',
          clusters: [
            {
              name: 'c',
              cluster: { server: address, 'insecure-skip-tls-verify': true },
            },
          ],
          users: [{ name: 'u', user: { token } }],
          contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
          'current-context': 'c',
        });

      it.each([
        [
          'cluster-unreachable',
          () => ({ kubeconfigText: server('https://127.0.0.1:1') }),
        ],
        ['other-cluster', () => ({ identity: 'not-this-one' })],
      ])('is %s', async (cause, more) => {
        const other = connect(more());
        expect(
          await failureOf(() => other.apply(configMap(ns, 'a'))),
        ).toMatchObject({ cause, evidence: expect.any(Array) });
      });

      it('is credentials once the token is not accepted', async () => {
        const { clusters } = parse(readFileSync(kubeconfig!, 'utf8'));
        const stranger = connect({
          kubeconfigText: server(clusters[0].cluster.server),
        });
        const failure = await failureOf(() =>
          stranger.apply(configMap(ns, 'a')),
        );
        expect(failure.cause).toBe('credentials');
        expect(JSON.stringify(failure)).not.toContain('wrong');
      });
    });
  },
);
