import {
  KubernetesObject,
  MODULE_LABEL,
  objectKey,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Name of the ConfigMap, in the module's namespace. */
export const INVENTORY_NAME = 'orchestr8-inventory';

/** Label `app.kubernetes.io/component` of inventories, by which all of them are watched at once. */
export const INVENTORY_COMPONENT = 'orchestr8-inventory';

/** Which objects a module owns in an environment, and which release put them there. */
export interface Inventory {
  module: string;
  environment: string;
  /** Version and digest of the release that was last completed; of the one being applied, when none was. */
  version: string;
  release: string;
  /** Id of the deployment that wrote it. */
  deployment: string;
  /** Since when that release is there, ISO 8601; empty when none was ever completed. */
  since: string;
  /**
   * `applying` until all of a release is there: until then the objects are
   * those of both releases. `deleted`: the module is gone, and the objects are
   * what was left on purpose.
   */
  state: 'applying' | 'complete' | 'deleted';
  objects: ObjectRef[];
  /** Epoch of the run that wrote it. */
  epoch?: number;
  /** Why that run is taking its deployment back: it goes on with that after a crash. */
  failure?: { cause: string; message: string };
}

/** Reference of the inventory in a namespace. */
export function inventoryRef(namespace: string): ObjectRef {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: INVENTORY_NAME,
    namespace,
  };
}

/** The inventory as the ConfigMap that keeps it. */
export function inventoryObject(
  namespace: string,
  inventory: Inventory,
): KubernetesObject {
  const { objects, epoch, failure, ...fields } = inventory;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: INVENTORY_NAME,
      namespace,
      labels: {
        'app.kubernetes.io/managed-by': 'orchestr8',
        'app.kubernetes.io/component': INVENTORY_COMPONENT,
        [MODULE_LABEL]: inventory.module,
        'orchestr8.io/environment': inventory.environment,
      },
    },
    data: {
      ...fields,
      ...(epoch === undefined ? {} : { epoch: String(epoch) }),
      ...(failure ? { failure: JSON.stringify(failure) } : {}),
      objects: JSON.stringify(objects),
    },
  };
}

/**
 * What the ConfigMap says; `undefined` when it is absent or not an inventory. A
 * module may write to its own namespace: whatever stands there, no object of
 * another namespace is its own.
 */
export function readInventory(
  object: KubernetesObject | undefined,
): Inventory | undefined {
  const data = object?.data as Record<string, string> | undefined;
  if (!object || !data?.objects) return undefined;
  const { namespace = '' } = object.metadata;
  try {
    return {
      module: data.module ?? '',
      environment: data.environment ?? '',
      version: data.version ?? '',
      release: data.release ?? '',
      deployment: data.deployment ?? '',
      since: data.since ?? '',
      state: stateOf(data.state),
      objects: (JSON.parse(data.objects) as ObjectRef[]).filter(ref =>
        isWithin(ref, namespace),
      ),
      ...(data.epoch ? { epoch: Number(data.epoch) } : {}),
      ...(data.failure ? { failure: JSON.parse(data.failure) } : {}),
    };
  } catch {
    return undefined;
  }
}

function isWithin(ref: ObjectRef, namespace: string): boolean {
  if (ref.kind === 'Namespace') return ref.name === namespace;
  return ref.namespace === undefined || ref.namespace === namespace;
}

function stateOf(text: string | undefined): Inventory['state'] {
  return text === 'applying' || text === 'deleted' ? text : 'complete';
}

/** Each object once, in the order given. */
export function unionOf(...lists: readonly ObjectRef[][]): ObjectRef[] {
  const union = new Map<string, ObjectRef>();
  for (const ref of lists.flat()) {
    if (!union.has(objectKey(ref))) union.set(objectKey(ref), ref);
  }
  return [...union.values()];
}
