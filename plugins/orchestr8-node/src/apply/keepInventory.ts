import {
  Manifest,
  objectKey,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../adapters/ClusterError';
import { applyQuietly } from './applyObject';
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

/**
 * What the cluster says that the module owns now. Where nothing shuts earlier
 * runs out it is looked up anew, as late as can be.
 */
export async function currentInventory(
  execution: Execution,
): Promise<Inventory | undefined> {
  const { cluster, planned, progress, signal, fence, there } = execution;
  if (there && fence !== undefined) return there.inventory;
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
  coming: readonly Manifest[],
): Promise<unknown> {
  const objects = unionOf(
    before?.objects ?? [],
    coming.map(({ object }) => objectRef(object)),
  );
  return write(execution, { state: 'applying', objects, before });
}

/** After the last: exactly what the release consists of, and what the plan keeps. */
export function recordInventory(
  execution: Execution,
  before: Inventory | undefined,
  owned: readonly Manifest[],
): Promise<unknown> {
  return write(execution, {
    state: 'complete',
    objects: unionOf(
      owned.map(({ object }) => objectRef(object)),
      keptObjects(execution, before),
    ),
    before,
  });
}

/** The module is gone: its inventory names what was left, or goes too. */
export async function closeInventory(
  execution: Execution,
  before: Inventory | undefined,
): Promise<void> {
  const { writer, planned, progress, signal } = execution;
  const objects = keptObjects(execution, before);
  if (objects.length > 0) {
    await write(execution, { state: 'deleted', objects, before });
    return;
  }
  await persistently(
    execution,
    () => writer.delete(inventoryRef(planned.plan.namespace), { signal }),
    error =>
      progress.say('record', `Waiting for the cluster: ${error.message}`),
  );
}

/** What the plan leaves alone and the inventory names. */
function keptObjects(
  { planned }: Execution,
  before: Inventory | undefined,
): ObjectRef[] {
  const owned = new Set((before?.objects ?? []).map(objectKey));
  return planned.plan.changes
    .filter(({ action }) => action === 'skip')
    .map(({ object }) => object)
    .filter(ref => owned.has(objectKey(ref)));
}

function write(
  execution: Execution,
  inventory: Pick<Inventory, 'state' | 'objects'> & { before?: Inventory },
): Promise<unknown> {
  const { deployment, epoch, failure, planned } = execution;
  const { plan } = planned;
  const { state, objects, before } = inventory;
  const finished = state !== 'applying';
  const keeps =
    before?.since && (!finished || before.release === plan.release)
      ? before
      : undefined;
  return applyQuietly(
    execution,
    inventoryObject(plan.namespace, {
      module: plan.module,
      environment: plan.environment,
      version: keeps?.version ?? plan.version,
      release: keeps?.release ?? plan.release,
      deployment,
      since: sinceOf(state, keeps),
      state,
      objects,
      epoch,
      ...(failure && !finished
        ? { failure: { cause: failure.cause, message: failure.message } }
        : {}),
    }),
  );
}

/** Since when a release is there: as before, from now on, or not at all. */
function sinceOf(
  state: Inventory['state'],
  keeps: Inventory | undefined,
): string {
  if (state === 'deleted') return '';
  if (keeps) return keeps.since;
  return state === 'complete' ? new Date().toISOString() : '';
}
