import {
  KubernetesObject,
  Module,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { LeftOver } from './decideAction';

/** Kinds that hold what cannot be made again; pruning never deletes them. */
const DURABLE = [
  'PersistentVolumeClaim',
  'PersistentVolume',
  'Namespace',
  'CustomResourceDefinition',
];

/** How an object of the inventory stands that the release does not contain any more. */
export function leftOverState(
  live: KubernetesObject | undefined,
  module: Module['metadata']['name'],
): LeftOver {
  if (!live || live.metadata.deletionTimestamp) return 'absent';
  if (DURABLE.includes(live.kind)) return 'durable';
  const { labels, annotations } = live.metadata;
  if (labels?.['orchestr8.io/module'] !== module) return 'not-ours';
  if (annotations?.['helm.sh/resource-policy'] === 'keep') return 'kept';
  return 'ours';
}
