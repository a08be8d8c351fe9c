import {
  ChangeAction,
  formatObjectRef,
  KubernetesObject,
  objectKey,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { clusterFailure } from './failureCauses/clusterFailure';
import { DeploymentFailed } from './DeploymentFailed';
import { FencedOff, isStaleEpoch } from './fence/raiseFence';
import { Execution, persistently } from './Execution';
import { waitUntilGone } from './waitUntilGone';
import { whileSettling } from './whileSettling';

/** Applies one object and notes it in the `apply` step, with what the API server warns of; a refusal ends the deployment with its cause. */
export async function applyObject(
  execution: Execution,
  object: KubernetesObject,
): Promise<KubernetesObject> {
  const ref = objectRef(object);
  const action = actionOf(execution, ref);
  try {
    const { object: stored, warnings } = await applied(execution, object);
    await execution.progress.object('apply', {
      object: ref,
      action,
      outcome: 'done',
      ...(warnings.length > 0 ? { message: warnings.join('\n') } : {}),
    });
    return stored;
  } catch (error) {
    if (error instanceof DeploymentFailed) {
      await execution.progress.object('apply', {
        object: ref,
        action,
        outcome: 'failed',
        message: error.message,
      });
    }
    throw error;
  }
}

/** As `applyObject`, for objects that are not of the plan. */
export async function applyQuietly(
  execution: Execution,
  object: KubernetesObject,
): Promise<KubernetesObject> {
  return (await applied(execution, object)).object;
}

async function applied(
  execution: Execution,
  object: KubernetesObject,
): ReturnType<ClusterWriter['apply']> {
  const { writer, live, progress, signal } = execution;
  const what = formatObjectRef(objectRef(object));
  try {
    const answer = await persistently(
      execution,
      () =>
        writer
          .apply(object, { force: takesOver(execution, object), signal })
          .catch(error => {
            throw whileSettling(execution, error);
          }),
      error =>
        progress.say('apply', `Trying to apply ${what}: ${error.message}`),
    );
    const { object: stored } = answer;
    if (stored.metadata.deletionTimestamp) {
      // What is on its way out takes the write and goes all the same.
      await waitUntilGone(execution, [objectRef(stored)], { step: 'apply' });
      return await applied(execution, object);
    }
    live.remember(stored);
    return answer;
  } catch (error) {
    throw failureOf(execution, error);
  }
}

/** A refused write as what ends the deployment: its failure, or its run's being overtaken. */
export function failureOf(execution: Execution, error: unknown): unknown {
  if (isStaleEpoch(error)) return new FencedOff(execution.fence!, error);
  return error instanceof ClusterError
    ? new DeploymentFailed(clusterFailure(error))
    : error;
}

function actionOf(execution: Execution, ref: ObjectRef): ChangeAction {
  const key = objectKey(ref);
  const change = execution.planned.plan.changes.find(
    planned => objectKey(planned.object) === key,
  );
  return change?.action ?? 'update';
}

/** What people changed by hand goes back where the plan says so; otherwise a conflict is a failure. */
function takesOver(execution: Execution, object: KubernetesObject): boolean {
  const key = objectKey(objectRef(object));
  return execution.planned.plan.changes.some(
    change => change.takesOver && objectKey(change.object) === key,
  );
}
