import { Change } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Kinds that run something. */
const WORKLOADS = [
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'StatefulSet',
];

/**
 * Why the changes would leave a module with nothing: a chart that renders to
 * nothing by mistake looks just like that. `undefined` when they do not.
 */
export function emptying(changes: readonly Change[]): string | undefined {
  const going = changes.filter(({ action }) => action === 'delete');
  const staying = changes.filter(
    ({ action, source }) =>
      source !== 'generated' && !['delete', 'skip'].includes(action),
  );
  if (going.length > 0 && staying.length === 0) {
    return `The release brings nothing but what is generated, and ${count(
      going.length,
    )} would be deleted.`;
  }
  const runs = ({ object }: Change) => WORKLOADS.includes(object.kind);
  if (going.some(runs) && !staying.some(runs)) {
    return `Nothing of the release runs any more: ${going
      .filter(runs)
      .map(({ object }) => `${object.kind} ${object.name}`)
      .join(', ')} would be deleted.`;
  }
  return undefined;
}

function count(objects: number): string {
  return objects === 1 ? '1 object' : `${objects} objects`;
}
