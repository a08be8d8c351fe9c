import { objectRef } from '@orchestr8/backstage-plugin-orchestr8-common';
import { applyObject } from './applyObject';
import { manifestsToApply } from './applyManifests';
import { Execution } from './Execution';
import { refuseIfRefused } from './refuseIfRefused';
import { waitUntilHealthy } from './waitUntilHealthy';

/**
 * The steps of a deployment by Argo CD: the Application is written, and waited
 * for until Argo CD calls it synced and healthy. Hooks, pruning and what is
 * there are Argo CD's own. Answers and calls back as `carryOut` does.
 */
export async function carryOutApplication(
  execution: Execution,
  onBegun: () => void,
): Promise<string> {
  const { planned, progress, live } = execution;
  const { plan, manifests } = planned;
  await progress.start('plan', 'Looking at what is there');
  refuseIfRefused(execution);
  await live.settled();
  const changed = manifestsToApply(execution);
  await progress.end(
    'plan',
    'succeeded',
    changed.length > 0 ? 'The Application' : 'Nothing to change',
  );
  await progress.start('apply', 'Applying');
  await progress.mayWrite();
  for (const { object } of changed) {
    onBegun();
    await applyObject(execution, object);
  }
  await progress.end('apply', 'succeeded', `${changed.length} applied`);
  await progress.end('hooks', 'skipped', 'Argo CD runs them');
  await progress.start('wait', 'Waiting until Argo CD has delivered it');
  await waitUntilHealthy(
    execution,
    manifests.map(({ object }) => objectRef(object)),
  );
  await progress.end('wait', 'succeeded', 'Synced and healthy');
  await progress.end('prune', 'skipped', 'Argo CD prunes');
  await progress.end('record', 'skipped', 'Argo CD keeps it');
  return `${plan.module} ${plan.version} runs in ${plan.environment}, by Argo CD`;
}
