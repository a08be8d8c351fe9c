import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { observeChanges } from './observeChanges';

type Cluster = Parameters<typeof observeChanges>[0];

const nobody = {
  get: () => Promise.reject(new Error('nothing is there to be looked at')),
  apply: () => Promise.reject(new Error('nothing can be tried in its place')),
} as unknown as Cluster;

const RBAC = 'rbac.authorization.k8s.io/v1';
const CHART = 'charts/templates/all.yaml';

/** A plan of one object in a namespace that is not there yet, and the kinds that were tried elsewhere. */
async function planned(apiVersion: string, kind: string, source: string) {
  const metadata = { name: 'shop', namespace: 'shop-dev' };
  const manifest: Manifest = { object: { apiVersion, kind, metadata }, source };
  const tried: string[] = [];
  const observed = await observeChanges(nobody, [manifest], {
    module: 'shop',
    there: { namespace: 'absent', name: 'shop-dev' },
    refused: new Map(),
    upgrade: false,
    async tryElsewhere(object) {
      tried.push(object.kind);
      return `the ${object.kind} is not well formed`;
    },
  });
  return { observed, tried };
}

describe('before the namespace is there, a plan', () => {
  it.each([
    ['v1', 'ServiceAccount'],
    ['v1', 'ConfigMap'],
    [RBAC, 'Role'],
    [RBAC, 'RoleBinding'],
    ['networking.k8s.io/v1', 'NetworkPolicy'],
  ])('does not try a generated %s %s', async (apiVersion, kind) => {
    const { observed, tried } = await planned(apiVersion, kind, 'generated');
    expect(tried).toEqual([]);
    expect(observed.refusals).toEqual([]);
    expect(observed.changes).toMatchObject([{ action: 'create' }]);
  });

  it.each([
    // Each cluster has its own definition of these.
    ['monitoring.coreos.com/v1', 'ServiceMonitor', 'generated'],
    ['monitoring.coreos.com/v1', 'PrometheusRule', 'generated'],
    ['external-secrets.io/v1', 'ExternalSecret', 'generated'],
    // Whoever wrote these may have been mistaken in any way.
    ['v1', 'ConfigMap', CHART],
    [RBAC, 'Role', CHART],
    ['networking.k8s.io/v1', 'NetworkPolicy', 'config/policies.yaml'],
    ['apps/v1', 'Deployment', CHART],
  ])('tries a %s %s from %s', async (apiVersion, kind, source) => {
    const { observed, tried } = await planned(apiVersion, kind, source);
    expect(tried).toEqual([kind]);
    expect(observed.refusals).toEqual([
      { kind: 'invalid', message: `the ${kind} is not well formed` },
    ]);
  });
});
