import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../adapters/ClusterError';
import { persistently } from '../apply/Execution';
import { clusterFailure } from '../apply/failureCauses/clusterFailure';
import { inventoryRef, readInventory } from '../apply/Inventory';
import {
  ExecuteOptions,
  ExecutionOutcome,
  Movement,
  PlannedDeployment,
} from '../EngineTypes';
import { whatMoved } from './whatMoved';

/**
 * How a deployment ends before it begins: the world is not as its plan showed,
 * or cannot be looked at in the time it has. `undefined` when it may begin, or
 * had begun already: what it changed itself is not a movement of the world.
 */
export async function obstacleToBegin(
  planned: PlannedDeployment,
  options: ExecuteOptions,
): Promise<ExecutionOutcome | undefined> {
  const { cluster, deployment, signal, timeoutMs, onProgress } = options;
  const { plan } = planned;
  if (plan.refusals.length > 0 || signal.aborted) {
    return undefined; // carrying it out says so
  }
  try {
    const elsewhere = await otherCluster(plan, cluster, signal);
    if (elsewhere) return failed(elsewhere);
    const moved = await persistently(
      { signal, deadline: Date.now() + timeoutMs },
      async () => {
        const ref = inventoryRef(plan.namespace);
        const inventory = readInventory(await cluster.get(ref, { signal }));
        return inventory?.deployment === deployment.id
          ? []
          : whatMoved(planned, cluster);
      },
      async error => {
        const message = `Waiting for the cluster: ${error.message}`;
        await onProgress(
          [{ name: 'plan', state: 'running', message }],
          message,
        );
      },
    );
    return moved.length > 0 ? stale(plan, moved) : undefined;
  } catch (error) {
    if (signal.aborted) return undefined; // likewise
    if (!(error instanceof ClusterError)) throw error;
    return failed(clusterFailure(error));
  }
}

/** The name leads to another cluster than the plan was made for. */
async function otherCluster(
  { cluster: name, clusterIdentity }: Plan,
  cluster: ExecuteOptions['cluster'],
  signal: AbortSignal,
): Promise<ExecutionOutcome['failure']> {
  if (!clusterIdentity) return undefined;
  // Not to be known now is no reason: what follows meets the same trouble, and waits.
  const found = await cluster
    .identity({ fresh: true, signal })
    .catch(() => undefined);
  if (!found || found === clusterIdentity) return undefined;
  return {
    cause: 'other-cluster',
    message: `The cluster "${name}" is not the one that the plan was made for; nothing was applied.`,
    evidence: [
      `identity of the plan: ${clusterIdentity}`,
      `identity of the cluster: ${found}`,
    ],
    remedy:
      'Correct the kubeconfig of the cluster; or, if the cluster was made anew, make a new plan.',
  };
}

function stale(plan: Plan, moved: readonly Movement[]): ExecutionOutcome {
  return failed({
    cause: 'stale-plan',
    message: `The cluster has changed since the plan for ${plan.environment} was made; nothing was applied.`,
    object: moved[0].object,
    evidence: moved.map(movement => movement.message),
    remedy: 'Make a new plan, look at it, and deploy that.',
  });
}

function failed(
  failure: NonNullable<ExecutionOutcome['failure']>,
): ExecutionOutcome {
  const { message } = failure;
  return {
    state: 'failed',
    message,
    failure,
    steps: [{ name: 'plan', state: 'failed', message }],
  };
}
