import {
  Deployment,
  DeploymentRun,
  DeploymentStep,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { DeploymentRow, deploymentFromRow } from './DeploymentRow';

interface StepRow {
  deployment: string;
  epoch: string | number;
  position: number;
  step: string;
}

/** Writes the steps of a run as they are now; belongs into the transaction that holds the run's claim. */
export async function recordSteps(
  tx: Knex.Transaction,
  run: { deployment: string; epoch: number },
  steps: readonly DeploymentStep[],
): Promise<void> {
  if (steps.length === 0) {
    return;
  }
  await tx('o8_steps')
    .insert(
      steps.map((step, position) => ({
        ...run,
        position,
        step: JSON.stringify(step),
      })),
    )
    .onConflict(['deployment', 'epoch', 'position'])
    .merge(['step']);
}

/** The deployments of rows, each with the runs that broke off before the present one. */
export async function deploymentsFromRows(
  knex: Knex,
  rows: readonly DeploymentRow[],
): Promise<Deployment[]> {
  const steps: StepRow[] = await knex<StepRow>('o8_steps')
    .whereIn(
      'deployment',
      rows.map(({ id }) => id),
    )
    .orderBy(['deployment', 'epoch', 'position']);
  return rows.map(row => {
    const runs = new Map<number, DeploymentRun>();
    for (const { deployment, epoch, step } of steps) {
      const of = Number(epoch);
      if (deployment === row.id && of < Number(row.epoch)) {
        const run = runs.get(of) ?? { epoch: of, steps: [] };
        run.steps.push(JSON.parse(step));
        runs.set(of, run);
      }
    }
    const deployment = deploymentFromRow(row);
    return runs.size > 0
      ? { ...deployment, earlierRuns: [...runs.values()] }
      : deployment;
  });
}
