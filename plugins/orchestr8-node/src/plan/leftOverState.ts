import {
  KubernetesObject,
  Leave,
  Module,
  MODULE_LABEL,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { LeftOver } from './decideAction';

/** Kinds that hold what cannot be made again → the leave without which they stay. Pruning never has it. */
const DURABLE: Record<string, Leave> = {
  PersistentVolumeClaim: 'claims',
  PersistentVolume: 'claims',
  Namespace: 'namespace',
  CustomResourceDefinition: 'definitions',
};

/** The leave that it takes to delete an object of this kind; `undefined` where deletions need none. */
export function leaveToDelete(kind: string): Leave | undefined {
  return DURABLE[kind];
}

/** How an object of the inventory stands that the release does not contain any more. */
export function leftOverState(
  live: KubernetesObject | undefined,
  module: Module['metadata']['name'],
  leave: readonly Leave[] = [],
): LeftOver {
  if (!live || live.metadata.deletionTimestamp) return 'absent';
  const needed = leaveToDelete(live.kind);
  if (needed && !leave.includes(needed)) return 'durable';
  const { labels, annotations } = live.metadata;
  if (labels?.[MODULE_LABEL] !== module) return 'not-ours';
  if (annotations?.['helm.sh/resource-policy'] === 'keep') return 'kept';
  return 'ours';
}
