import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { myModule } from '../../__fixtures__/myModule';
import { gate } from '../gate';
import { PolicyContext } from '../PolicyContext';

const NAMESPACE = 'my-service-dev';
const SHARED = [{ name: 'web', namespace: 'gateways' }];

const route = (spec: object, kind = 'HTTPRoute'): KubernetesObject => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind,
  metadata: { name: 'x', namespace: NAMESPACE },
  spec,
});

const judge = (
  object: KubernetesObject,
  context: Partial<PolicyContext> = {},
) =>
  gate([{ object, source: 'charts/templates/x.yaml' }], {
    module: myModule(),
    environment: 'dev',
    namespace: NAMESPACE,
    podSecurity: [],
    clusterScopedKinds: [],
    foreignHosts: new Map([['taken.example.com', 'other']]),
    ...context,
  });

describe('routes of the Gateway API', () => {
  it.each(['HTTPRoute', 'GRPCRoute', 'TLSRoute'])(
    'a %s takes no host of another module',
    kind => {
      const hostnames = ['free.example.com', 'taken.example.com'];
      expect(judge(route({ hostnames, parentRefs: SHARED }, kind))).toEqual([
        expect.objectContaining({
          rule: 'ingress-hosts',
          path: 'spec.hostnames[1]',
          message: expect.stringContaining('"other"'),
        }),
      ]);
    },
  );

  it.each(['*.example.com'])('take no wildcard over it: %s', host => {
    expect(judge(route({ hostnames: [host] }))).toHaveLength(1);
  });

  it('name their hosts at a Gateway that others share', () => {
    expect(judge(route({ parentRefs: SHARED }))).toEqual([
      expect.objectContaining({
        path: 'spec.hostnames',
        message: expect.stringContaining('every name that its Gateway serves'),
      }),
    ]);
  });

  it.each<[string, object]>([
    ['hosts of their own', { hostnames: ['free.example.com'] }],
    ['every host of a Gateway of their own', { parentRefs: [{ name: 'own' }] }],
    [
      'the traffic of a Service, in a mesh',
      { parentRefs: [{ kind: 'Service', name: 'x', namespace: 'other' }] },
    ],
  ])('may take %s', (_, spec) => {
    expect(judge(route(spec))).toEqual([]);
  });

  it('are refused where it cannot be seen who has the host, with the way out', () => {
    const [finding] = judge(route({ hostnames: ['free.example.com'] }), {
      hostsUnseen: 'it may not list them',
    });
    expect(finding.remedy).toContain(
      '--also httproutes.gateway.networking.k8s.io',
    );
  });

  it('are left alone when they are of another API', () => {
    const foreign = route({ hostnames: ['taken.example.com'] });
    expect(judge({ ...foreign, apiVersion: 'example.com/v1' })).toEqual([]);
  });
});
