import { Change, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { whatMoved } from './whatMoved';

const change = (parts: Partial<Change> = {}): Change => ({
  action: 'update',
  object: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
  source: 'charts/templates/deployment.yaml',
  fields: [{ path: 'spec.replicas', before: 1, after: 2 }],
  ...parts,
});

const SERVICE = { apiVersion: 'v1', kind: 'Service', name: 'shop' };

const plan = (parts: Partial<Plan> = {}): Plan => ({
  planVersion: 1,
  hash: JSON.stringify(parts),
  module: 'shop',
  version: '1.4.0',
  release: 'sha256:1',
  environment: 'dev',
  cluster: 'c',
  namespace: 'shop-dev',
  changes: [change()],
  findings: [],
  dependencies: [],
  gates: [],
  problems: [],
  warnings: [],
  filledIn: [],
  refusals: [],
  createdAt: '2026-11-20T10:00:00.000Z',
  ...parts,
});

describe('whatMoved', () => {
  it('is nothing when the same plan would be made now', () => {
    expect(whatMoved(plan(), plan())).toEqual([]);
  });

  it.each<[string, Partial<Plan>, string]>([
    [
      'another version that runs there',
      { replaces: { release: 'sha256:0', version: '1.3.0' } },
      'Now version 1.3.0 is recorded as deployed; the plan was made for nothing.',
    ],
    [
      'an object that is new to the plan',
      { changes: [change(), change({ action: 'create', object: SERVICE })] },
      'Service/shop was not in the plan; now: create.',
    ],
    [
      'an object that is not affected any more',
      { changes: [] },
      'Deployment/shop is not affected any more.',
    ],
    [
      'another action',
      { changes: [change({ action: 'create' })] },
      'Deployment/shop: the plan says update; now: create.',
    ],
    [
      'other differences',
      { changes: [change({ fields: [] })] },
      'Deployment/shop has other differences now.',
    ],
    [
      'a field that somebody else has taken meanwhile',
      {
        changes: [
          change({
            takesOver: [{ manager: 'kubectl-edit', field: '.spec.replicas' }],
          }),
        ],
      },
      'Deployment/shop would now take over .spec.replicas of kubectl-edit.',
    ],
    [
      'what policy says',
      {
        findings: [
          { object: SERVICE, rule: 'x', message: 'no', remedy: 'mend' },
        ],
      },
      'What policy says of it has changed.',
    ],
    [
      'what would be applied, where nothing else tells',
      { leave: ['emptying'] },
      'What would be applied is not the same.',
    ],
  ])('names %s', (_, now, words) => {
    expect(whatMoved(plan(), plan(now))).toEqual([words]);
  });
});
