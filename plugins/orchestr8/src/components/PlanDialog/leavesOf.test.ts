import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { aChange, aPlan } from '../../__testUtils__/samples';
import { leavesOf, PlanLeave } from './leavesOf';

const CLAIM = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'data' };
const goes = (leave?: 'claims') =>
  aChange({
    action: 'delete',
    object: CLAIM,
    source: 'inventory',
    fields: [],
    ...(leave ? { leave } : {}),
  });

describe('leavesOf', () => {
  it.each<[string, Partial<Plan>, PlanLeave[]]>([
    ['nothing where no leave matters', {}, []],
    [
      'what would clear a refusal',
      { refusals: [{ kind: 'policy', message: 'No.', leave: 'claims' }] },
      [{ leave: 'claims', given: false, effects: ['Clears: No.'] }],
    ],
    [
      'what would be deleted with it',
      { changes: [{ ...goes('claims'), action: 'skip' }] },
      [
        {
          leave: 'claims',
          given: false,
          effects: ['PersistentVolumeClaim/data would be deleted.'],
        },
      ],
    ],
    [
      'what is deleted because of it',
      { leave: ['claims'], changes: [goes('claims')] },
      [
        {
          leave: 'claims',
          given: true,
          effects: ['PersistentVolumeClaim/data is deleted.'],
        },
      ],
    ],
    [
      'the fields that are taken because of it, and not those changed by hand',
      {
        leave: ['conflicts'],
        changes: [
          aChange({
            takesOver: [
              { manager: 'vpa', field: '.spec.replicas', leave: 'conflicts' },
              { manager: 'kubectl-edit', field: '.spec.paused' },
            ],
          }),
        ],
      },
      [
        {
          leave: 'conflicts',
          given: true,
          effects: [
            '.spec.replicas of Deployment shop-dev/shop is taken from vpa.',
          ],
        },
      ],
    ],
    [
      'how much goes with an emptying release',
      { leave: ['emptying'], changes: [goes(), goes()] },
      [{ leave: 'emptying', given: true, effects: ['2 objects go.'] }],
    ],
    [
      'that leave was given for nothing',
      { leave: ['conflicts'] },
      [
        {
          leave: 'conflicts',
          given: true,
          effects: ['This plan makes no use of it.'],
        },
      ],
    ],
  ])('tells %s', (_, plan, expected) => {
    expect(leavesOf(aPlan(plan))).toEqual(expected);
  });
});
