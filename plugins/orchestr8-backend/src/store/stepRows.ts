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

/**
 * Keeps what a deployment's last run told of its steps, before the next one writes its
 * own over it; belongs into the transaction that takes the deployment over.
 */
export async function keepSteps(
  tx: Knex.Transaction,
  deployment: string,
): Promise<void> {
  const last = await tx<DeploymentRow>('o8_deployments')
    .where({ id: deployment })
    .first('epoch', 'steps');
  const steps: DeploymentStep[] = last ? JSON.parse(last.steps) : [];
  if (!last || steps.length === 0) {
    return;
  }
  await tx('o8_steps')
    .insert(
      steps.map((step, position) => ({
        ...{ deployment, epoch: last.epoch, position },
        step: JSON.stringify(step),
      })),
    )
    // A worker of an earlier version wrote them while it ran.
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
