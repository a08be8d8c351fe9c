import {
  formatObjectRef,
  MODULE_LABEL,
  objectKey,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { failureOf } from './applyObject';
import { Execution, persistently } from './Execution';
import { Inventory } from './Inventory';
import { tierOf } from './tiers';

/** What the plan deletes and the inventory names, users of things before the things. */
export function doomedObjects(
  { planned }: Pick<Execution, 'planned'>,
  inventory: Inventory | undefined,
): ObjectRef[] {
  const owned = new Set((inventory?.objects ?? []).map(objectKey));
  return planned.plan.changes
    .filter(
      ({ action, object }) =>
        action === 'delete' && owned.has(objectKey(object)),
    )
    .map(({ object }) => object)
    .sort((a, b) => tierOf(b.kind) - tierOf(a.kind));
}

/** Deletes objects in that order, as far as they still bear the module's label. Answers those that went. */
export async function pruneObjects(
  execution: Execution,
  doomed: readonly ObjectRef[],
): Promise<ObjectRef[]> {
  const deleted: ObjectRef[] = [];
  for (const ref of doomed) {
    execution.signal.throwIfAborted();
    if (await prune(execution, ref)) deleted.push(ref);
  }
  return deleted;
}

async function prune(execution: Execution, ref: ObjectRef): Promise<boolean> {
  const { cluster, writer, progress, signal, planned } = execution;
  const what = formatObjectRef(ref);
  try {
    return await persistently(
      execution,
      async () => {
        const found = await cluster.get(ref, { signal });
        if (!found || found.metadata.deletionTimestamp) return false;
        if (found.metadata.labels?.[MODULE_LABEL] !== planned.plan.module) {
          await progress.object('prune', {
            object: ref,
            action: 'skip',
            outcome: 'done',
            message: `kept: it does not bear the label ${MODULE_LABEL}=${planned.plan.module} any more`,
          });
          return false;
        }
        await progress.say('prune', `Deleting ${what}`);
        await progress.mayWrite();
        await writer.delete(ref, { uid: found.metadata.uid, signal });
        await progress.object('prune', {
          object: ref,
          action: 'delete',
          outcome: 'done',
        });
        return true;
      },
      error =>
        progress.say('prune', `Trying to delete ${what}: ${error.message}`),
    );
  } catch (error) {
    throw failureOf(execution, error);
  }
}
