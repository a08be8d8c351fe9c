import {
  DeploymentFailure,
  Manifest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { setMaxListeners } from 'node:events';
import { ClusterError } from '../adapters/ClusterError';
import {
  ExecuteOptions,
  ExecutionOutcome,
  PlannedDeployment,
} from '../EngineTypes';
import { applyManifests, manifestsToApply } from './applyManifests';
import { DeploymentFailed } from './DeploymentFailed';
import { clusterFailure } from './failureCauses/clusterFailure';
import { ensureNamespace } from './ensureNamespace';
import { Execution } from './Execution';
import { isWaitedFor } from './isWaitedFor';
import {
  announceInventory,
  currentInventory,
  dropInventory,
  recordInventory,
} from './keepInventory';
import { LiveState } from './LiveState';
import { Progress } from './Progress';
import { pruneObjects } from './pruneObjects';
import { hooksAt, runHooks } from './runHooks';
import { refsOf, waitUntilHealthy } from './waitUntilHealthy';

/**
 * Carries out a plan: the very manifests that it shows. Everything it does is
 * idempotent, so that the same plan can be carried out again after a crash.
 *
 * Answers how it ended; a refusal, a failure and a time-out are outcomes, not
 * errors. Rejects only when it is abandoned (the signal's reason) or when
 * `onProgress` rejects.
 */
export async function executePlan(
  planned: PlannedDeployment,
  options: ExecuteOptions,
): Promise<ExecutionOutcome> {
  const { cluster, signal } = options;
  // Every request under way listens to it, and there are many at once.
  setMaxListeners(0, signal);
  const progress = new Progress(options.onProgress);
  const live = new LiveState(
    cluster,
    planned.plan.namespace,
    planned.manifests,
  );
  const execution: Execution = {
    planned,
    deployment: options.deployment.id,
    cluster,
    live,
    progress,
    signal,
    deadline: Date.now() + options.timeoutMs,
  };
  try {
    const message = await carryOut(execution);
    return { state: 'succeeded', message, steps: progress.snapshot() };
  } catch (error) {
    return await outcomeOf(error, execution);
  } finally {
    live.close();
  }
}

async function carryOut(execution: Execution): Promise<string> {
  const { planned, progress, live } = execution;
  const { plan } = planned;

  await progress.start('plan', 'Looking at what is there');
  refuseIfRefused(execution);
  const [inventory] = await Promise.all([
    currentInventory(execution),
    live.settled(),
  ]);
  const manifests = manifestsToApply(execution);
  await progress.end('plan', 'succeeded', `${manifests.length} objects`);

  const namespaces = manifests.filter(isNamespace);
  const rest = manifests.filter(manifest => !isNamespace(manifest));
  await progress.start('apply', 'Applying');
  for (const namespace of namespaces) {
    await ensureNamespace(execution, namespace);
  }
  if (manifests.length > 0) await announceInventory(execution, inventory);

  const pre = hooksAt(execution, 'pre');
  const post = hooksAt(execution, 'post');
  await runHooks(execution, pre);
  if (pre.length + post.length === 0) {
    await progress.end('hooks', 'skipped', 'No hooks');
  } else if (post.length === 0) {
    await progress.end('hooks', 'succeeded', `${pre.length} hooks ran`);
  }
  await applyManifests(execution, rest);
  await progress.end('apply', 'succeeded', `${manifests.length} applied`);

  await progress.start('wait', 'Waiting until all is healthy');
  const awaited = refsOf(rest.filter(({ object }) => isWaitedFor(object)));
  await waitUntilHealthy(execution, awaited);
  await progress.end('wait', 'succeeded', 'All is healthy');
  if (post.length > 0) {
    await runHooks(execution, post);
    const count = pre.length + post.length;
    await progress.end('hooks', 'succeeded', `${count} hooks ran`);
  }

  await progress.start('prune', 'Deleting what is not in the release any more');
  const pruned = await pruneObjects(execution, inventory);
  await progress.end('prune', 'succeeded', `${pruned} deleted`);

  await progress.start('record', 'Writing the inventory');
  if (manifests.length > 0) await recordInventory(execution, inventory);
  else await dropInventory(execution);
  await progress.end('record', 'succeeded', 'The inventory is exact');
  return manifests.length > 0
    ? `${plan.module} ${plan.version} runs in ${plan.environment}`
    : `${plan.module} is gone from ${plan.environment}`;
}

function isNamespace({ object }: Manifest): boolean {
  return object.kind === 'Namespace' && object.apiVersion === 'v1';
}

function refuseIfRefused({ planned: { plan } }: Execution): void {
  const [first] = plan.refusals;
  if (!first) return;
  throw new DeploymentFailed({
    cause: 'refused',
    message: `The plan cannot be deployed: ${first.message}`,
    evidence: plan.refusals.map(refusal => refusal.message),
    remedy: 'Clear what the evidence names, then plan again.',
  });
}

async function outcomeOf(
  error: unknown,
  { signal, progress }: Execution,
): Promise<ExecutionOutcome> {
  if (signal.aborted && signal.reason !== 'cancelled') throw signal.reason;
  const ended = async (
    state: 'failed' | 'cancelled',
    message: string,
    failure?: DeploymentFailure,
  ): Promise<ExecutionOutcome> => {
    await progress.stop(message);
    return { state, message, failure, steps: progress.snapshot() };
  };
  if (signal.aborted) {
    return ended('cancelled', 'Cancelled; what had been applied is kept');
  }
  const failure =
    error instanceof ClusterError
      ? clusterFailure(error)
      : error instanceof DeploymentFailed && error.failure;
  if (!failure) throw error;
  return ended('failed', failure.message, failure);
}
