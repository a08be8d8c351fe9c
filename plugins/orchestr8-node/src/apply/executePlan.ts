import { DeploymentFailure } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setMaxListeners } from 'node:events';
import { ClusterError } from '../adapters/ClusterError';
import {
  ExecuteOptions,
  ExecutionOutcome,
  PlannedDeployment,
} from '../EngineTypes';
import { writtenNamespace } from '../plan/writtenNamespace';
import { carryOut } from './carryOut';
import { carryOutApplication } from './carryOutApplication';
import { DeploymentFailed } from './DeploymentFailed';
import { clusterFailure } from './failureCauses/clusterFailure';
import { Execution, persistently } from './Execution';
import { fenceOf } from './fence/fenceOf';
import { LiveState } from './LiveState';
import { Progress } from './Progress';

/** How carrying out one plan ended, and whether it had begun to write. */
export interface PlanOutcome extends ExecutionOutcome {
  begun: boolean;
}

/**
 * Carries out a plan: the very manifests that it shows. Everything it does is
 * idempotent, so that the same plan can be carried out again after a crash.
 *
 * Answers how it ended; a refusal, a failure and a time-out are outcomes, not
 * errors. Rejects only when it is abandoned (the signal's reason, `FencedOff`)
 * or when `onProgress` rejects.
 */
export async function executePlan(
  planned: PlannedDeployment,
  options: ExecuteOptions,
  known: Pick<Execution, 'failure' | 'there'> = {},
): Promise<PlanOutcome> {
  const { cluster, signal, epoch } = options;
  const { module, delivery } = planned.plan;
  const namespace = writtenNamespace(planned);
  // Every request under way listens to it, and there are many at once.
  setMaxListeners(0, signal);
  const progress = new Progress(options.onProgress, options.heardMs);
  const live = new LiveState(cluster, namespace, {
    manifests: planned.manifests,
    watches: options.watches,
  });
  const execution: Execution = {
    planned,
    deployment: options.deployment.id,
    ...known,
    cluster,
    guard: cluster,
    writer: cluster.writingAs({ module, namespace }),
    epoch,
    live,
    progress,
    signal,
    deadline: Date.now() + options.timeoutMs,
  };
  let begun = false;
  try {
    await presentEpoch(execution);
    const steps = delivery === 'argocd' ? carryOutApplication : carryOut;
    const message = await steps(execution, () => {
      begun = true;
    });
    await progress.close();
    const outcome = { state: 'succeeded', message } as const;
    return { ...outcome, ...reportOf(execution), begun };
  } catch (error) {
    return { ...(await outcomeOf(error, execution)), begun };
  } finally {
    live.close();
  }
}

/** From here on every write carries the epoch, where the cluster looks at it. */
async function presentEpoch(execution: Execution): Promise<void> {
  const { guard, epoch, planned, progress, signal } = execution;
  // The fence stands in namespaces of modules only.
  if (epoch === undefined || planned.plan.delivery === 'argocd') return;
  const { module, namespace } = planned.plan;
  execution.fencing = await persistently(
    execution,
    () => fenceOf(guard, { signal }),
    error => progress.say('plan', `Waiting for the cluster: ${error.message}`),
  );
  if (!execution.fencing.fenced) return;
  execution.fence = epoch;
  execution.writer = guard.writingAs({ module, namespace, epoch });
}

/** What is told however it ended. */
function reportOf({
  progress,
  fencing,
}: Execution): Pick<ExecutionOutcome, 'steps' | 'fence'> {
  return {
    steps: progress.snapshot(),
    ...(fencing ? { fence: fencing } : {}),
  };
}

async function outcomeOf(
  error: unknown,
  execution: Execution,
): Promise<ExecutionOutcome> {
  const { signal, progress } = execution;
  if (signal.aborted && signal.reason !== 'cancelled') throw signal.reason;
  const ended = async (
    state: 'failed' | 'cancelled',
    message: string,
    failure?: DeploymentFailure,
  ): Promise<ExecutionOutcome> => {
    await progress.stop(message);
    await progress.close();
    return { state, message, failure, ...reportOf(execution) };
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
