import {
  formatObjectRef,
  objectKey,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../adapters/ClusterError';
import { clusterFailure } from './failureCauses/clusterFailure';
import { DeploymentFailed } from './DeploymentFailed';
import { Execution, persistently } from './Execution';
import { Inventory } from './Inventory';
import { tierOf } from './tiers';

const MODULE = 'orchestr8.io/module';

/**
 * Deletes what the plan says is to go: only what the inventory names and what
 * still bears the module's label, users of things before the things.
 * Answers how many went.
 */
export async function pruneObjects(
  execution: Execution,
  inventory: Inventory | undefined,
): Promise<number> {
  const { plan } = execution.planned;
  const owned = new Set((inventory?.objects ?? []).map(objectKey));
  const doomed = plan.changes
    .filter(
      ({ action, object }) =>
        action === 'delete' && owned.has(objectKey(object)),
    )
    .map(({ object }) => object)
    .sort((a, b) => tierOf(b.kind) - tierOf(a.kind));
  let deleted = 0;
  for (const ref of doomed) {
    execution.signal.throwIfAborted();
    if (await prune(execution, ref)) deleted += 1;
  }
  return deleted;
}

async function prune(execution: Execution, ref: ObjectRef): Promise<boolean> {
  const { cluster, progress, signal, planned } = execution;
  const what = formatObjectRef(ref);
  try {
    return await persistently(
      execution,
      async () => {
        const found = await cluster.get(ref, { signal });
        if (!found || found.metadata.deletionTimestamp) return false;
        if (found.metadata.labels?.[MODULE] !== planned.plan.module) {
          await progress.object('prune', {
            object: ref,
            action: 'skip',
            outcome: 'done',
            message: `kept: it does not bear the label ${MODULE}=${planned.plan.module} any more`,
          });
          return false;
        }
        await progress.say('prune', `Deleting ${what}`);
        await cluster.delete(ref, { uid: found.metadata.uid, signal });
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
    if (!(error instanceof ClusterError)) throw error;
    throw new DeploymentFailed(clusterFailure(error));
  }
}
