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

const route = (
  namespace: string,
  hostnames: string[],
  module?: string,
): KubernetesObject => ({
  ...ingress(namespace, [], module),
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  spec: { hostnames },
});
const KINDS = [
  { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  { apiVersion: 'gateway.networking.k8s.io/v1beta1', kind: 'HTTPRoute' },
  { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
  { apiVersion: 'apps/v1', kind: 'Deployment' },
];

/** The cluster, as far as it is asked. */
const reader = (
  answer: KubernetesObject[] | ClusterError,
  refused?: string,
): Pick<ClusterReader, 'list'> => ({
  list: async ({ kind }) => {
    if (answer instanceof ClusterError) throw answer;
    if (kind === refused) throw FORBIDDEN;
    return answer.filter(object => object.kind === kind);
  },
});
const FORBIDDEN = new ClusterError('may not list them', {
  cluster: 'test',
  reason: 'forbidden',
});
const look = (
  host: string,
  there: KubernetesObject[] | ClusterError,
): ReturnType<typeof claimedHosts> =>
  claimedHosts(
    reader(there),
    [{ object: ingress('shop-dev', [host]), source: 'x.yaml' }],
    { module: 'shop', namespace: 'shop-dev', kinds: KINDS },
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

  it.each<[string, KubernetesObject, KubernetesObject]>([
    [
      'an Ingress',
      ingress('shop-dev', ['a.example.com']),
      route('o', ['a.example.com'], 'other'),
    ],
    [
      'a route',
      route('shop-dev', ['a.example.com']),
      route('o', ['a.example.com'], 'other'),
    ],
    [
      'a route',
      route('shop-dev', ['a.example.com']),
      ingress('o', ['*.example.com'], 'other'),
    ],
  ])('knows whose the host of %s is', async (_, object, there) => {
    const { foreign } = await claimedHosts(
      reader([there]),
      [{ object, source: 'x.yaml' }],
      { module: 'shop', namespace: 'shop-dev', kinds: KINDS },
    );
    expect([...foreign.values()]).toEqual(['other']);
  });

  it.each<[string, KubernetesObject, string | undefined]>([
    [
      'refused to those who bring one',
      route('shop-dev', ['a.example.com']),
      'may not list them',
    ],
    [
      'passed over for others',
      ingress('shop-dev', ['a.example.com']),
      undefined,
    ],
  ])('routes that may not be seen are %s', async (_, object, unseen) => {
    const found = await claimedHosts(
      reader([], 'HTTPRoute'),
      [{ object, source: 'x.yaml' }],
      { module: 'shop', namespace: 'shop-dev', kinds: KINDS },
    );
    expect(found.unseen).toBe(unseen);
  });
});
