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
  const ref = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
  const live = await cluster.get(ref);
  if (!live) {
    return { namespace: 'absent', findings: [], warnings: [] };
  }
  if (live.metadata.deletionTimestamp) {
    return {
      namespace: 'terminating',
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
    live,
    inventory,
    findings:
      owner !== undefined && owner !== module
        ? [foreignNamespace(live, owner)]
        : [],
    warnings:
      owner === undefined
        ? [
            `The namespace "${namespace}" exists already and is nobody's; this module takes it over.`,
          ]
        : [],
  };
}

function foreignNamespace(
  live: KubernetesObject,
  owner: string,
): PolicyFinding {
  return {
    object: objectRef(live),
    path: 'metadata.labels[orchestr8.io/module]',
    rule: 'own-namespace',
    message: `The namespace belongs to the module "${owner}".`,
    remedy:
      'Give the environment another namespace template, or delete the other module there first.',
  };
}
