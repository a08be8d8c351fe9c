import {
  formatObjectRef,
  hooksOf,
  KubernetesObject,
  Manifest,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { applyQuietly } from './applyObject';
import { Execution, persistently } from './Execution';
import { isWaitedFor } from './isWaitedFor';
import { waitUntilGone } from './waitUntilGone';
import { waitUntilHealthy } from './waitUntilHealthy';

/** Which deployment a hook's object ran for: after a crash the same one is waited for, not run again. */
const RAN_FOR = 'orchestr8.io/deployment';
const DELETE_POLICY = 'helm.sh/hook-delete-policy';

/** The hooks of one moment, in the order of their weights. */
export function hooksAt(
  execution: Pick<Execution, 'planned'>,
  moment: 'pre' | 'post',
): Manifest[] {
  const { plan, manifests } = execution.planned;
  return hooksOf(manifests, { upgrade: plan.replaces !== undefined })[moment];
}

/**
 * Runs hooks one after another: applies the object and waits for a Job or Pod
 * to complete. What a hook of the deployment before left behind is deleted
 * first, as Helm does.
 */
export async function runHooks(
  execution: Execution,
  hooks: readonly Manifest[],
): Promise<void> {
  const { progress } = execution;
  for (const [index, { object }] of hooks.entries()) {
    const ref = objectRef(object);
    await progress.start(
      'hooks',
      `${index + 1} of ${hooks.length}: ${formatObjectRef(ref)}`,
    );
    await progress.mayWrite();
    await applyQuietly(execution, await readyToApply(execution, object));
    if (isWaitedFor(object)) await waitUntilHealthy(execution, [ref], 'hooks');
    const policy = object.metadata.annotations?.[DELETE_POLICY] ?? '';
    if (policy.includes('hook-succeeded')) await remove(execution, object);
  }
}

/** The way back runs its hooks again though the way there ran them. */
function runOf({ deployment, failure }: Execution): string {
  return failure ? `${deployment}/rollback` : deployment;
}

/** The object marked with this deployment, and the way clear for it. */
async function readyToApply(
  execution: Execution,
  object: KubernetesObject,
): Promise<KubernetesObject> {
  const { cluster, signal, progress } = execution;
  const deployment = runOf(execution);
  const found = await persistently(
    execution,
    () => cluster.get(objectRef(object), { signal }),
    error => progress.say('hooks', `Waiting for the cluster: ${error.message}`),
  );
  const ours = found?.metadata.annotations?.[RAN_FOR] === deployment;
  if (found && !ours) await remove(execution, object);
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, [RAN_FOR]: deployment },
    },
  };
}

/** What a hook left behind goes, before one takes its place. */
async function remove(
  execution: Execution,
  object: KubernetesObject,
): Promise<void> {
  const { writer, signal, progress } = execution;
  const ref = objectRef(object);
  await persistently(
    execution,
    () => writer.delete(ref, { signal }),
    () =>
      progress.say('hooks', `Deleting the ${formatObjectRef(ref)} of before`),
  );
  await waitUntilGone(execution, [ref], { step: 'hooks' });
}
