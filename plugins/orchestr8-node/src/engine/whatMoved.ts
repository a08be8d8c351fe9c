import {
  Change,
  formatObjectRef,
  KubernetesObject,
  objectKey,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Movement, PlanInput, PlannedDeployment } from '../EngineTypes';
import { canonicalJson } from '../plan/canonicalJson';
import { seenOf } from '../plan/seenOf';
import { writtenNamespace } from '../plan/writtenNamespace';
import { definedKinds } from '../adapters/definedKinds';
import { observeChanges } from './observeChanges';
import {
  NO_DEFINITIONS,
  ObservedDefinitions,
  observeDefinitions,
} from './observeDefinitions';
import { observeDeletions } from './observeDeletions';
import { observeTarget, TargetState } from './observeTarget';
import { trialCluster } from './trialCluster';

/**
 * Looks again, with the very manifests of the plan, and compares what would
 * happen now with what was shown. An object to which nobody has written since
 * is as it was shown. `there`: where that has just been looked at.
 */
export async function whatMoved(
  planned: PlannedDeployment,
  cluster: PlanInput['cluster'],
  there?: TargetState,
): Promise<Movement[]> {
  const { plan } = planned;
  const { module } = plan;
  const namespace = writtenNamespace(planned);
  const shown = byKey(plan.changes);
  const changes = await changesNow(planned, cluster, {
    there: there ?? (await observeTarget(cluster, namespace, module)),
    shown,
  });
  const now = byKey(changes);
  return [...new Set([...shown.keys(), ...now.keys()])].flatMap(key =>
    movementOf(shown.get(key), now.get(key)),
  );
}

async function changesNow(
  planned: PlannedDeployment,
  cluster: PlanInput['cluster'],
  before: { there: TargetState; shown: ReadonlyMap<string, Change> },
): Promise<Change[]> {
  const { there, shown } = before;
  const { plan, manifests } = planned;
  const { module, leave = [] } = plan;
  if (plan.kind === 'delete') {
    return observeDeletions(cluster, there.inventory, { module, leave });
  }
  const where = { module, namespace: writtenNamespace(planned) };
  const trial =
    plan.delivery === 'argocd'
      ? cluster.writingAs(where)
      : await trialCluster(cluster, where);
  const { changes } = await observeChanges(trial, manifests, {
    module,
    there,
    refused: new Map(),
    definitions: await definitionsNow(manifests, cluster, module),
    upgrade: plan.replaces !== undefined,
    leave,
    known: ({ object }, live) => asShown(shown.get(keyOf(object)), live),
  });
  return changes;
}

async function definitionsNow(
  manifests: PlannedDeployment['manifests'],
  cluster: PlanInput['cluster'],
  module: string,
): Promise<ObservedDefinitions> {
  const defines = definedKinds(manifests.map(({ object }) => object));
  if (defines.length === 0) return NO_DEFINITIONS;
  return observeDefinitions(
    cluster,
    { manifests, defines },
    // A plan that may not bring them is refused before this is asked.
    { module, leave: true },
  );
}

function asShown(
  change: Change | undefined,
  live: KubernetesObject | undefined,
): Change | undefined {
  const same = live
    ? change?.seen === seenOf(live)
    : change?.action === 'create';
  return same ? change : undefined;
}

function keyOf(object: KubernetesObject): string {
  return objectKey(objectRef(object));
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
  if (shown?.action === 'delete' && !now) return [];
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
