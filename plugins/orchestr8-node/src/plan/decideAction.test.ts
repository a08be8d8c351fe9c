import { decideAction, ObjectState } from './decideAction';

describe('decideAction', () => {
  it.each<[ObjectState, string | undefined]>([
    [{ type: 'wanted', live: 'absent' }, 'create'],
    [{ type: 'wanted', live: 'same' }, 'unchanged'],
    [{ type: 'wanted', live: 'different' }, 'update'],
    [{ type: 'hook', events: ['pre-install'], runs: true }, 'create'],
    [{ type: 'hook', events: ['pre-upgrade'], runs: false }, 'skip'],
    [{ type: 'refused', rule: 'own-namespace' }, 'skip'],
    [{ type: 'left-over', live: 'absent' }, undefined],
    [{ type: 'left-over', live: 'ours' }, 'delete'],
    [{ type: 'left-over', live: 'not-ours' }, 'skip'],
    [{ type: 'left-over', live: 'kept' }, 'skip'],
    [{ type: 'left-over', live: 'durable' }, 'skip'],
  ])('of %j is %s', (state, action) => {
    expect(decideAction(state)?.action).toBe(action);
  });

  it.each<ObjectState>([
    { type: 'hook', events: ['pre-install'], runs: true },
    { type: 'hook', events: ['pre-upgrade'], runs: false },
    { type: 'refused', rule: 'own-namespace' },
    { type: 'left-over', live: 'ours' },
    { type: 'left-over', live: 'not-ours' },
    { type: 'left-over', live: 'kept' },
    { type: 'left-over', live: 'durable' },
  ])('says why for %j', state => {
    expect(decideAction(state)?.reason).toEqual(expect.any(String));
  });
});
