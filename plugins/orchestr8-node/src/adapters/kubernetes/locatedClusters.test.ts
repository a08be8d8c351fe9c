import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { connectCluster } from './connectCluster';
import { LocatedCluster, locatedClusters } from './locatedClusters';

const located = (...clusterLocatorMethods: object[]) =>
  locatedClusters(
    new ConfigReader({
      kubernetes: { clusterLocatorMethods } as never,
    }),
  );
const described = (...clusters: object[]) =>
  located({ type: 'config', clusters });
const kubeconfigOf = (cluster: LocatedCluster) =>
  'connection' in cluster
    ? JSON.parse(cluster.connection.kubeconfigText!)
    : undefined;

describe('locatedClusters', () => {
  it('are none without the Kubernetes plugin', () => {
    expect(locatedClusters(new ConfigReader({}))).toEqual([]);
  });

  it('come with address, authority and token', () => {
    const [cluster] = described({
      name: 'prod',
      url: 'https://prod.example.com',
      authProvider: 'serviceAccount',
      serviceAccountToken: 's3cret',
      caData: 'Q0E=',
    });
    expect(kubeconfigOf(cluster)).toMatchObject({
      clusters: [
        {
          cluster: {
            server: 'https://prod.example.com',
            'certificate-authority-data': 'Q0E=',
          },
        },
      ],
      users: [{ user: { token: 's3cret' } }],
      'current-context': 'prod',
    });
  });

  it('are reached by the pod’s own account where no token is given', () => {
    const [cluster] = described({
      name: 'here',
      url: 'https://kubernetes.default.svc',
      authProvider: 'serviceAccount',
    });
    const { users, clusters } = kubeconfigOf(cluster);
    expect(users[0].user['auth-provider'].config.tokenFile).toMatch(/\/token$/);
    expect(clusters[0].cluster['certificate-authority']).toMatch(/ca\.crt$/);
  });

  it.each(['google', 'aws', 'oidc', undefined])(
    'cannot be deployed to by people’s sign-in (%s), and say what to do',
    authProvider => {
      const [cluster] = described({
        name: 'prod',
        url: 'https://prod.example.com',
        ...(authProvider ? { authProvider } : {}),
      });
      expect(cluster).toMatchObject({
        name: 'prod',
        unusable: expect.stringContaining('orchestr8.clusters'),
      });
    },
  );

  it('may be what kubectl proxies, and never what entities or clouds name', () => {
    const names = located(
      { type: 'catalog' },
      { type: 'gke', projectId: 'p' },
      { type: 'localKubectlProxy' },
    ).map(({ name }) => name);
    expect(names).toEqual(['local']);
  });
});

const file = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = file ? describe : describe.skip;

whenPlayground('a located cluster (needs O8_TEST_KUBECONFIG)', () => {
  it('answers, and is the one that its kubeconfig leads to', async () => {
    const config = parse(readFileSync(file!, 'utf8'));
    const [{ cluster: at }] = config.clusters;
    const [{ user }] = config.users;
    const [found] = described({
      name: 'playground',
      url: at.server,
      authProvider: 'serviceAccount',
      serviceAccountToken: user.token,
      caData: at['certificate-authority-data'],
    });
    if (!('connection' in found)) throw new Error(found.unusable);
    const cluster = connectCluster(found.connection);
    const same = connectCluster({ name: 'test', kubeconfig: file! });
    expect(await cluster.identity()).toBe(await same.identity());
    await Promise.all([cluster.close(), same.close()]);
  }, 60_000);
});
