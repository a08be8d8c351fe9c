import {
  Change,
  formatObjectRef,
  objectKey,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Movement, PlanInput, PlannedDeployment } from '../EngineTypes';
import { canonicalJson } from '../plan/canonicalJson';
import { observeChanges } from './observeChanges';
import { observeTarget } from './observeTarget';

/** Looks again, with the very manifests of the plan, and compares what would happen now with what was shown. */
export async function whatMoved(
  { plan, manifests }: PlannedDeployment,
  cluster: PlanInput['cluster'],
): Promise<Movement[]> {
  const there = await observeTarget(cluster, plan.namespace, plan.module);
  const { changes } = await observeChanges(cluster, manifests, {
    module: plan.module,
    namespaceExists: there.namespace === 'present',
    inventory: there.inventory,
    refused: new Map(),
  });
  const shown = byKey(plan.changes);
  const now = byKey(changes);
  return [...new Set([...shown.keys(), ...now.keys()])].flatMap(key =>
    movementOf(shown.get(key), now.get(key)),
  );
}

function byKey(changes: readonly Change[]): Map<string, Change> {
  return new Map(changes.map(change => [objectKey(change.object), change]));
}

function movementOf(
  shown: Change | undefined,
  now: Change | undefined,
): Movement[] {
  // The world is already as the plan wants it: a deployment that was cut off may have made it so.
  if (now?.action === 'unchanged') return [];
  const object = (shown ?? now)!.object;
  const what = formatObjectRef(object);
  if (shown?.action !== now?.action) {
    return [
      {
        object,
        message: `${what}: the plan shows "${
          shown?.action ?? 'nothing'
        }", now it would be "${now?.action ?? 'nothing'}".`,
      },
    ];
  }
  const same =
    // Nothing is there in either case, and what is to be made is the same.
    now?.action === 'create' ||
    canonicalJson(shown?.fields ?? []) === canonicalJson(now?.fields ?? []);
  return same
    ? []
    : [{ object, message: `${what} has changed since the plan was made.` }];
}
