import {
  DeploymentFailure,
  DeploymentStep,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { executePlan } from '../apply';
import {
  ExecuteOptions,
  ExecutionOutcome,
  PlannedDeployment,
} from '../EngineTypes';
import type { TargetState } from './observeTarget';
import { readyToBegin } from './readyToBegin';

/**
 * Carries out a plan and, when that fails after the first write, the way back
 * to what ran before. A run that broke off on the way back goes on with it.
 */
export async function executeWithWayBack(
  planned: PlannedDeployment,
  options: ExecuteOptions,
): Promise<ExecutionOutcome> {
  const beginning = await readyToBegin(planned, options);
  switch (beginning.type) {
    case 'end':
      return beginning.outcome;
    case 'take-back':
      return takeBack(options, { failure: beginning.failure, steps: [] });
    case 'begin':
      return thereAndBack(planned, options, beginning);
    default:
      return beginning satisfies never;
  }
}

async function thereAndBack(
  planned: PlannedDeployment,
  options: ExecuteOptions,
  { there }: { there?: TargetState },
): Promise<ExecutionOutcome> {
  const { begun, ...outcome } = await executePlan(planned, options, { there });
  if (outcome.state !== 'failed' || !outcome.failure || !begun) return outcome;
  const { fence } = outcome;
  const { failure: cause, steps } = outcome;
  const back = await takeBack(options, { failure: cause, steps });
  return { ...back, ...(fence ? { fence } : {}) };
}

async function takeBack(
  options: ExecuteOptions,
  failed: { failure: DeploymentFailure; steps: DeploymentStep[] },
): Promise<ExecutionOutcome> {
  const { failure, steps } = failed;
  const step: DeploymentStep = {
    name: 'rollback',
    state: 'running',
    message: 'Working out the way back',
    startedAt: new Date().toISOString(),
  };
  const told = () => structuredClone([...steps, step]);
  const end = (
    state: 'failed' | 'rolled-back',
    message: string,
    to?: ExecutionOutcome['rolledBackTo'],
  ): ExecutionOutcome => {
    step.state = state === 'failed' ? 'failed' : 'succeeded';
    step.message = message;
    step.finishedAt = new Date().toISOString();
    return {
      state,
      message: `${failure.message}. ${message}`,
      failure,
      ...(to ? { rolledBackTo: to } : {}),
      steps: told(),
    };
  };
  const back = await options.rollback?.();
  if (!back) {
    return {
      state: 'failed',
      message: failure.message,
      failure,
      steps,
    };
  }
  const { version, release, environment } = back.plan;
  await options.onProgress(told(), `Going back to ${version}`);
  const outcome = await executePlan(
    back,
    {
      ...options,
      onProgress: async (inner, message) => {
        step.message = message;
        step.objects = inner.flatMap(({ objects }) => objects ?? []);
        await options.onProgress(
          told(),
          `Going back to ${version}: ${message}`,
        );
      },
    },
    { failure },
  );
  return outcome.state === 'succeeded'
    ? end('rolled-back', `${version} runs in ${environment} again`, {
        version,
        release,
      })
    : end('failed', `Going back to ${version} failed: ${outcome.message}`);
}
