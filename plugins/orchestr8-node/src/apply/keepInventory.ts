import {
  objectKey,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../adapters/ClusterError';
import { applyQuietly } from './applyObject';
import { manifestsToApply } from './applyManifests';
import { clusterFailure } from './failureCauses/clusterFailure';
import { DeploymentFailed } from './DeploymentFailed';
import { Execution, persistently } from './Execution';
import {
  Inventory,
  inventoryObject,
  inventoryRef,
  readInventory,
  unionOf,
} from './Inventory';

/** What the cluster says that the module owns now. */
export async function currentInventory(
  execution: Execution,
): Promise<Inventory | undefined> {
  const { cluster, planned, progress, signal } = execution;
  try {
    const object = await persistently(
      execution,
      () => cluster.get(inventoryRef(planned.plan.namespace), { signal }),
      error =>
        progress.say('plan', `Waiting for the cluster: ${error.message}`),
    );
    return readInventory(object);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    throw new DeploymentFailed(clusterFailure(error));
  }
}

/** Before the first write: what was there and what will be, so that a crash loses track of nothing. */
export function announceInventory(
  execution: Execution,
  before: Inventory | undefined,
): Promise<unknown> {
  const coming = manifestsToApply(execution).map(m => objectRef(m.object));
  const objects = unionOf(before?.objects ?? [], coming);
  return write(execution, { state: 'applying', objects, before });
}

/** After the last: exactly what the release consists of, and what the plan keeps. */
export function recordInventory(
  execution: Execution,
  before: Inventory | undefined,
): Promise<unknown> {
  const applied = manifestsToApply(execution).map(m => objectRef(m.object));
  const kept = execution.planned.plan.changes
    .filter(change => change.action === 'skip')
    .map(change => change.object);
  const owned = new Set((before?.objects ?? []).map(objectKey));
  const stillOwned = kept.filter(ref => owned.has(objectKey(ref)));
  return write(execution, {
    state: 'complete',
    objects: unionOf(applied, stillOwned),
    before,
  });
}

/** The module is gone: so is its inventory. */
export function dropInventory(execution: Execution): Promise<void> {
  const { cluster, planned, progress, signal } = execution;
  return persistently(
    execution,
    () => cluster.delete(inventoryRef(planned.plan.namespace), { signal }),
    error =>
      progress.say('record', `Waiting for the cluster: ${error.message}`),
  );
}

function write(
  execution: Execution,
  inventory: Pick<Inventory, 'state' | 'objects'> & { before?: Inventory },
): Promise<unknown> {
  const { plan } = execution.planned;
  const { state, objects, before } = inventory;
  const complete = state === 'complete';
  const keeps =
    before && before.since && (!complete || before.release === plan.release);
  const now = complete ? new Date().toISOString() : '';
  return applyQuietly(
    execution,
    inventoryObject(plan.namespace, {
      module: plan.module,
      environment: plan.environment,
      version: keeps ? before.version : plan.version,
      release: keeps ? before.release : plan.release,
      deployment: execution.deployment,
      since: keeps ? before.since : now,
      state,
      objects,
    }),
  );
}
