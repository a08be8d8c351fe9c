import {
  KubernetesObject,
  Module,
  MODULE_LABEL,
  objectRef,
  PolicyFinding,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';
import { Inventory, inventoryRef, readInventory } from '../apply/Inventory';

/** What stands where a release is to go. */
export interface TargetState {
  /** Absent, or on its way out: then nothing inside it is there to stay. */
  namespace: 'absent' | 'terminating' | 'present';
  /** Its name. */
  name: string;
  /** The Namespace itself, where there is one. */
  live?: KubernetesObject;
  inventory?: Inventory;
  /** A namespace of somebody else. */
  findings: PolicyFinding[];
  warnings: string[];
}

/** Looks at the namespace and the inventory in it. */
export async function observeTarget(
  cluster: Pick<ClusterReader, 'get'>,
  namespace: string,
  module: Module['metadata']['name'],
): Promise<TargetState> {
  const name = namespace;
  const ref = { apiVersion: 'v1', kind: 'Namespace', name };
  const live = await cluster.get(ref);
  if (!live) {
    return { namespace: 'absent', name, findings: [], warnings: [] };
  }
  if (live.metadata.deletionTimestamp) {
    return {
      namespace: 'terminating',
      name,
      live,
      findings: [],
      warnings: [
        `The namespace "${namespace}" is being deleted; a deployment waits until it is gone.`,
      ],
    };
  }
  const inventory = readInventory(await cluster.get(inventoryRef(namespace)));
  const owner = live.metadata.labels?.[MODULE_LABEL];
  return {
    namespace: 'present',
    name,
    live,
    inventory,
    findings: owner === module ? [] : [notOurs(live, module)],
    warnings: [],
  };
}

/** A namespace of another module, or one that somebody made for whatever: what stands in it is not this module's to change. */
function notOurs(live: KubernetesObject, module: string): PolicyFinding {
  const { name, labels } = live.metadata;
  const owner = labels?.[MODULE_LABEL];
  const finding = {
    object: objectRef(live),
    path: `metadata.labels[${MODULE_LABEL}]`,
    rule: 'own-namespace',
  };
  return owner === undefined
    ? {
        ...finding,
        message: `The namespace "${name}" exists already, and was not made for the module "${module}".`,
        remedy: `Give the environment another namespace template; or, if it is meant for this module, an administrator says so: kubectl label namespace ${name} ${MODULE_LABEL}=${module}.`,
      }
    : {
        ...finding,
        message: `The namespace belongs to the module "${owner}".`,
        remedy:
          'Give the environment another namespace template, or delete the other module there first.',
      };
}
