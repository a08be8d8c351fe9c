import {
  Environment,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Local } from './openLocal';

/** Module → version that runs in an environment of the cluster, told by the inventories there. */
export async function deployedLocally(
  { cluster, door }: Pick<Local, 'cluster' | 'door'>,
  environment: Environment,
): Promise<Map<string, string>> {
  const objects = await cluster.list(
    { apiVersion: 'v1', kind: 'ConfigMap' },
    {
      labelSelector: `orchestr8.io/environment=${environment.name}`,
      fieldSelector: `metadata.name=${door.INVENTORY_NAME}`,
    },
  );
  const deployed = new Map<string, string>();
  for (const object of objects) {
    const inventory = door.readInventory(object);
    if (!inventory?.since) continue;
    const { module, version } = inventory;
    // A scratch namespace is of the same environment, and not where it runs.
    if (object.metadata.namespace === namespaceOf(environment, module)) {
      deployed.set(module, version);
    }
  }
  return deployed;
}
