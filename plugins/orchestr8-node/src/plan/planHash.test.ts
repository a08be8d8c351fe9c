import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { canonicalJson } from './canonicalJson';
import { planHash } from './planHash';

const plan: Omit<Plan, 'hash'> = {
  planVersion: 1,
  module: 'm',
  version: '1.0.0',
  release: 'sha256:1',
  environment: 'dev',
  cluster: 'c',
  namespace: 'm-dev',
  changes: [],
  findings: [],
  dependencies: [],
  gates: [{ gate: 'soak', met: false, message: '5 minutes to go' }],
  problems: [],
  warnings: [],
  filledIn: [],
  refusals: [{ kind: 'gate', message: '5 minutes to go' }],
  createdAt: '2026-01-01T00:00:00Z',
};
const manifest = (name: string) => ({
  source: 'x',
  object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
});

describe('planHash', () => {
  const hash = planHash(plan, [manifest('a')]);

  it.each<[string, Partial<Plan>]>([
    ['when it was made', { createdAt: '2027-01-01T00:00:00Z' }],
    [
      'gates, which time and people clear',
      {
        gates: [{ gate: 'soak', met: true, message: 'Long enough' }],
        refusals: [],
      },
    ],
    ['warnings', { warnings: ['something'] }],
  ])('does not depend on %s', (_, change) => {
    expect(planHash({ ...plan, ...change }, [manifest('a')])).toBe(hash);
  });

  it.each<[string, Partial<Plan>]>([
    ['release', { release: 'sha256:2' }],
    ['environment', { environment: 'production' }],
    ['cluster', { cluster: 'd' }],
    ['namespace', { namespace: 'n' }],
    ['kind', { kind: 'rollback' }],
    [
      'what it replaces',
      { replaces: { release: 'sha256:0', version: '0.9.0' } },
    ],
    [
      'a dependency',
      {
        dependencies: [
          { name: 'd', optional: false, state: 'missing', message: '' },
        ],
      },
    ],
    [
      'a change',
      {
        changes: [
          {
            action: 'delete',
            object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'b' },
            source: 'inventory',
            fields: [],
          },
        ],
      },
    ],
  ])('depends on the %s', (_, change) => {
    expect(planHash({ ...plan, ...change }, [manifest('a')])).not.toBe(hash);
  });

  it('depends on every byte of the manifests, but not on the order of keys', () => {
    expect(planHash(plan, [manifest('b')])).not.toBe(hash);
    const { object, source } = manifest('a');
    const { metadata, kind, apiVersion } = object;
    expect(
      planHash(plan, [{ object: { metadata, kind, apiVersion }, source }]),
    ).toBe(hash);
  });
});

describe('canonicalJson', () => {
  it('takes absent and undefined for the same, and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1], a: undefined })).toBe('{"b":[2,1]}');
  });
});
