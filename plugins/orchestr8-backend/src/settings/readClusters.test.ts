import { ConfigReader } from '@backstage/config';
import { readClusters } from './readClusters';

const read = (
  given: { own?: object[]; located?: object[] },
  environments: object[] = [],
) =>
  readClusters(
    new ConfigReader({
      orchestr8: { clusters: given.own ?? [] },
      kubernetes: {
        clusterLocatorMethods: [
          { type: 'config', clusters: given.located ?? [] },
        ],
      },
    } as never),
    environments,
  );
const located = {
  name: 'prod',
  url: 'https://prod.example.com',
  authProvider: 'serviceAccount',
  serviceAccountToken: 't',
};

describe('readClusters', () => {
  it('reads ways to read and to deploy, whom to be, and who the cluster is', () => {
    const own = {
      name: 'dev',
      kubeconfig: '/k',
      identity: 'uid',
      deploy: { kubeconfig: '/d', context: 'c' },
      deployAs: { user: 'o8:${module}', groups: ['g'] },
    };
    expect(read({ own: [own] })).toEqual([
      {
        ...own,
        context: undefined,
        simulated: false,
        prometheus: undefined,
        alertmanager: undefined,
      },
    ]);
  });

  it('finds by name what an environment or an entry without a way leaves to the Kubernetes plugin', () => {
    const byEnvironment = read({ located: [located] }, [{ cluster: 'prod' }]);
    const byEntry = read({
      located: [located],
      own: [{ name: 'prod', prometheus: { url: 'http://p' } }],
    });
    for (const [cluster] of [byEnvironment, byEntry]) {
      expect(cluster.kubeconfigText).toContain('https://prod.example.com');
    }
    expect(byEntry[0].prometheus).toEqual({ url: 'http://p' });
    expect(read({ located: [located] })).toEqual([]);
  });

  it('says why a located cluster cannot be deployed to, once it is wanted', () => {
    const google = { ...located, authProvider: 'google' };
    expect(read({ located: [google] })).toEqual([]);
    expect(() => read({ located: [google] }, [{ cluster: 'prod' }])).toThrow(
      'signs people in (authProvider "google")',
    );
  });

  it('reads where alerts are known, and takes an empty address for none', () => {
    const [cluster] = read({
      own: [
        {
          name: 'dev',
          prometheus: { url: '' },
          alertmanager: {
            url: 'https://alerts.example.com/am',
            heartbeat: 'Pulse',
            headers: { authorization: 'Bearer t' },
          },
        },
      ],
    });
    expect(cluster.prometheus).toBeUndefined();
    expect(cluster.alertmanager).toEqual({
      url: 'https://alerts.example.com/am',
      heartbeat: 'Pulse',
      headers: { authorization: 'Bearer t' },
    });
  });

  it.each([
    ['prometheus.monitoring', 'is no address'],
    ['localhost:9090', 'must begin with http:// or https://'],
    ['ftp://p', 'must begin with http:// or https://'],
    ['https://jane:canary@p', 'give them as headers.authorization'],
    ['http://p/?token=canary', 'leave out what begins with ?'],
  ])('refuses %s as an address without repeating it', (url, reason) => {
    const problem = (key: string) => {
      try {
        read({ own: [{ name: 'dev', [key]: { url } }] });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    for (const key of ['prometheus', 'alertmanager']) {
      expect(problem(key)).toContain(`${key}.url of the cluster "dev"`);
      expect(problem(key)).toContain(reason);
      expect(problem(key)).not.toContain('canary');
    }
  });
});
