import { ChangeAction } from '@orchestr8/backstage-plugin-orchestr8-common';

/** How one object stands between the release, the cluster and the inventory. */
export type ObjectState =
  | { type: 'wanted'; live: 'absent' | 'same' | 'different' }
  /** `runs`: at what is planned, an installation or an upgrade. */
  | { type: 'hook'; events: string[]; runs: boolean }
  | { type: 'refused'; rule: string }
  /** There already, and somebody else's to change. */
  | { type: 'foreign'; reason: string }
  /** In the inventory, no longer in the release. */
  | { type: 'left-over'; live: LeftOver }
  /** In the inventory of a module that is to go altogether. */
  | { type: 'leaving'; live: LeftOver };

/** What is known of an object that the release does not contain any more. */
export type LeftOver = 'absent' | 'ours' | 'not-ours' | 'kept' | 'durable';

/** What is to be done, and why where that is not obvious. */
export interface Decision {
  action: ChangeAction;
  reason?: string;
}

/** What to do with one object; `undefined` when there is nothing to do and nothing to tell. */
export function decideAction(state: ObjectState): Decision | undefined {
  switch (state.type) {
    case 'wanted':
      switch (state.live) {
        case 'absent':
          return { action: 'create' };
        case 'same':
          return { action: 'unchanged' };
        case 'different':
          return { action: 'update' };
        default:
          return never(state);
      }
    case 'hook':
      return state.runs
        ? { action: 'create', reason: `hook: ${state.events.join(', ')}` }
        : {
            action: 'skip',
            reason: `hook: only ${state.events.join(', ')}`,
          };
    case 'refused':
      return { action: 'skip', reason: `refused by the rule ${state.rule}` };
    case 'foreign':
      return { action: 'skip', reason: state.reason };
    case 'left-over':
      return decideLeftOver(state.live, {
        ours: 'not in the release any more',
        durable: 'kept: what it holds would be lost; delete it by hand',
      });
    case 'leaving':
      return decideLeftOver(state.live, {
        ours: 'the module goes',
        durable: 'kept: what it holds would be lost; deleting it needs leave',
      });
    default:
      return never(state);
  }
}

function decideLeftOver(
  live: LeftOver,
  reasons: { ours: string; durable: string },
): Decision | undefined {
  switch (live) {
    case 'absent':
      return undefined;
    case 'ours':
      return { action: 'delete', reason: reasons.ours };
    case 'not-ours':
      return {
        action: 'skip',
        reason: 'kept: it does not bear the label of this module any more',
      };
    case 'kept':
      return {
        action: 'skip',
        reason: 'kept: annotated helm.sh/resource-policy: keep',
      };
    case 'durable':
      return { action: 'skip', reason: reasons.durable };
    default:
      return never(live);
  }
}

/** Unreachable while every `case` above is there: the compiler says which is missing. */
function never(state: never): never {
  throw new Error(`no action for the state ${JSON.stringify(state)}`);
}
