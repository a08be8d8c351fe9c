import {
  DeploymentFailure,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../adapters/ClusterError';
import { persistently } from '../apply/Execution';
import { clusterFailure } from '../apply/failureCauses/clusterFailure';
import { Inventory, inventoryRef, readInventory } from '../apply/Inventory';
import {
  ExecuteOptions,
  ExecutionOutcome,
  Movement,
  PlannedDeployment,
} from '../EngineTypes';
import { writtenNamespace } from '../plan/writtenNamespace';
import { observeTarget, TargetState } from './observeTarget';
import { whatMoved } from './whatMoved';

/** What to do with a plan once the cluster has been looked at. */
export type Beginning =
  /** `there`: what was found, where it was looked at. */
  | { type: 'begin'; there?: TargetState }
  /** Its run broke off on the way back from this failure. */
  | { type: 'take-back'; failure: DeploymentFailure }
  /** The world is not as the plan showed, or cannot be looked at in time. */
  | { type: 'end'; outcome: ExecutionOutcome };

/**
 * Looks at the target once, and says whether the deployment may begin. One
 * that had begun already goes on: what it changed itself is no movement of the
 * world.
 */
export async function readyToBegin(
  planned: PlannedDeployment,
  options: ExecuteOptions,
): Promise<Beginning> {
  const { cluster, signal, timeoutMs, onProgress } = options;
  const { plan } = planned;
  if (plan.refusals.length > 0 || signal.aborted) {
    return { type: 'begin' }; // carrying it out says so
  }
  try {
    const elsewhere = await otherCluster(plan, cluster, signal);
    if (elsewhere) return failed(elsewhere);
    return await persistently(
      { signal, deadline: Date.now() + timeoutMs },
      () => look(planned, options),
      async error => {
        const message = `Waiting for the cluster: ${error.message}`;
        await onProgress(
          [{ name: 'plan', state: 'running', message }],
          message,
        );
      },
    );
  } catch (error) {
    if (signal.aborted) return { type: 'begin' }; // likewise
    if (!(error instanceof ClusterError)) throw error;
    return failed(clusterFailure(error));
  }
}

async function look(
  planned: PlannedDeployment,
  { cluster, deployment, rollback, signal }: ExecuteOptions,
): Promise<Beginning> {
  const { module } = planned.plan;
  const namespace = writtenNamespace(planned);
  const there = await observeTarget(cluster, namespace, module);
  const inventory =
    there.namespace === 'terminating'
      ? readInventory(await cluster.get(inventoryRef(namespace), { signal }))
      : there.inventory;
  const begun = inventory?.deployment === deployment.id;
  if (begun && inventory.failure && rollback) {
    return { type: 'take-back', failure: failureOnRecord(inventory.failure) };
  }
  const moved = begun ? [] : await whatMoved(planned, cluster, there);
  return moved.length > 0
    ? stale(planned.plan, moved)
    : { type: 'begin', there: { ...there, inventory } };
}

/** Why this deployment was being taken back when its run broke off. */
function failureOnRecord(
  failure: NonNullable<Inventory['failure']>,
): DeploymentFailure {
  return {
    ...failure,
    evidence: [],
    remedy: 'Mend what the message names, then deploy again.',
  };
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

function stale(plan: Plan, moved: readonly Movement[]): Beginning {
  return failed({
    cause: 'stale-plan',
    message: `The cluster has changed since the plan for ${plan.environment} was made; nothing was applied.`,
    object: moved[0].object,
    evidence: moved.map(movement => movement.message),
    remedy: 'Make a new plan, look at it, and deploy that.',
  });
}

function failed(failure: DeploymentFailure): Beginning {
  const { message } = failure;
  return {
    type: 'end',
    outcome: {
      state: 'failed',
      message,
      failure,
      steps: [{ name: 'plan', state: 'failed', message }],
    },
  };
}
