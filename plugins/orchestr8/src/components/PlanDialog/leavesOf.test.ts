import { Plan, Refusal } from '@orchestr8/backstage-plugin-orchestr8-common';
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

const NO: Refusal = { kind: 'policy', message: 'No.', leave: 'claims' };
const clearing = (effect: string): PlanLeave => ({
  leave: 'claims',
  given: false,
  effects: [effect],
});

describe('leavesOf', () => {
  it.each<[string, Partial<Plan>, PlanLeave[]]>([
    ['nothing where no leave matters', {}, []],
    [
      'what would clear a refusal',
      { refusals: [NO] },
      [clearing('It clears the refusal above.')],
    ],
    [
      'that it clears all refusals',
      { refusals: [NO, NO] },
      [clearing('It clears all 2 refusals above.')],
    ],
    [
      'that others would still stand',
      { refusals: [NO, { kind: 'gate', message: 'Not yet.' }] },
      [clearing('It clears 1 of the 2 refusals above.')],
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
          effects: ['1 field is taken; it is named below.'],
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
