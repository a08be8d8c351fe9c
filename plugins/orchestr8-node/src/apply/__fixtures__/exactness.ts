import {
  KubernetesObject,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../../adapters/Cluster';
import { PlannedDeployment } from '../../EngineTypes';
import { inventoryRef, readInventory } from '../Inventory';
import { configMap, deployment, plannedDeployment } from './plannedDeployment';

/** A module without pods, so that it is well as soon as it is there: what is tested is what is written. */
export function quickModule(
  namespace: string,
  version: string,
  options: { deletes?: string[] } = {},
): PlannedDeployment {
  const objects: KubernetesObject[] = [
    deployment(namespace, 'web', { replicas: 0, image: `example/web:${version}` }),
    configMap(namespace, 'a', { version }),
    configMap(namespace, 'b', { version }),
    configMap(namespace, `only-${version}`, { version }),
  ];
  const deletes = (options.deletes ?? []).map(name =>
    objectRef(configMap(namespace, name)),
  );
  return plannedDeployment(namespace, objects, {
    version,
    deletes,
    upgrade: deletes.length > 0,
  });
}

/** Whether the cluster holds what the plan says and nothing of another release: `exact`, or what is not. */
export async function exactness(
  cluster: Pick<ClusterReader, 'get' | 'list'>,
  { plan, manifests }: PlannedDeployment,
): Promise<string> {
  const { namespace, version } = plan;
  const inventory = readInventory(await cluster.get(inventoryRef(namespace)));
  if (inventory?.state !== 'complete' || inventory.version !== version) {
    return `the inventory is ${inventory?.state} of ${inventory?.version}`;
  }
  const names = (objects: KubernetesObject[]) =>
    objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
  const wanted = manifests.map(({ object }) => object);
  const listed = inventory.objects.map(o => `${o.kind} ${o.name}`).sort();
  if (listed.join() !== names(wanted).join()) {
    return `the inventory lists ${listed}`;
  }
  for (const object of wanted) {
    const live = await cluster.get(objectRef(object));
    if (!live) return `${object.kind} ${object.metadata.name} is missing`;
    if (object.data && live.data?.version !== object.data.version) {
      return `${object.metadata.name} is of ${live.data?.version}`;
    }
  }
  const maps = await cluster.list(
    { apiVersion: 'v1', kind: 'ConfigMap' },
    { namespace, labelSelector: `orchestr8.io/module=${plan.module}` },
  );
  const left = names(maps).filter(
    name =>
      !listed.includes(name) && name !== 'ConfigMap orchestr8-inventory',
  );
  return left.length > 0 ? `left over: ${left}` : 'exact';
}
