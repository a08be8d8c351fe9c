import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { claimedHosts } from './claimedHosts';

const ingress = (
  namespace: string,
  hosts: string[],
  module?: string,
): KubernetesObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: {
    name: 'web',
    namespace,
    labels: module ? { 'orchestr8.io/module': module } : {},
  },
  spec: { rules: hosts.map(host => ({ host })) },
});

/** The cluster, as far as it is asked. */
const reader = (
  answer: KubernetesObject[] | ClusterError,
): Pick<ClusterReader, 'list'> => ({
  list: async () => {
    if (answer instanceof ClusterError) throw answer;
    return answer;
  },
});
const look = (
  host: string,
  there: KubernetesObject[] | ClusterError,
): ReturnType<typeof claimedHosts> =>
  claimedHosts(
    reader(there),
    [{ object: ingress('shop-dev', [host]), source: 'x.yaml' }],
    { module: 'shop', namespace: 'shop-dev' },
  );

describe('claimedHosts', () => {
  it.each<[string, string, KubernetesObject, string | undefined]>([
    [
      'of another module',
      'a.example.com',
      ingress('o', ['a.example.com'], 'other'),
      'other',
    ],
    [
      'of a namespace',
      'a.example.com',
      ingress('o', ['a.example.com']),
      'namespace o',
    ],
    [
      'under its own wildcard',
      '*.example.com',
      ingress('o', ['a.example.com'], 'other'),
      'other',
    ],
    [
      'under a module’s wildcard',
      'a.example.com',
      ingress('o', ['*.example.com'], 'other'),
      'other',
    ],
    [
      'under the platform’s wildcard',
      'a.example.com',
      ingress('o', ['*.example.com']),
      undefined,
    ],
    [
      'that nobody has',
      'a.example.com',
      ingress('o', ['b.example.com'], 'other'),
      undefined,
    ],
    [
      'of its own namespace',
      'a.example.com',
      ingress('shop-dev', ['a.example.com'], 'shop'),
      undefined,
    ],
  ])('knows whose the host is: one %s', async (_, host, there, owner) => {
    const { foreign } = await look(host, [there]);
    expect([...foreign.values()]).toEqual(owner ? [owner] : []);
  });

  it('warns of a host that the module claims elsewhere too', async () => {
    const host = 'a.example.com';
    const { foreign, warnings } = await look(host, [
      ingress('shop-staging', [host], 'shop'),
    ]);
    expect(foreign.size).toBe(0);
    expect(warnings.join()).toContain('shop-staging');
  });

  it('says why nothing could be seen', async () => {
    const forbidden = new ClusterError('may not list ingresses', {
      cluster: 'test',
      reason: 'forbidden',
    });
    expect(await look('a.example.com', forbidden)).toMatchObject({
      unseen: 'may not list ingresses',
    });
  });
});
