import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { DeploymentRow } from './DeploymentRow';
import { deploymentsFromRows } from './stepRows';

/** Writes the deployment's present state to its event stream; belongs into the transaction that changed it. */
export async function recordEvent(
  tx: Knex.Transaction,
  id: string,
  at: string,
): Promise<Deployment> {
  const row = await tx<DeploymentRow>('o8_deployments').where({ id }).first();
  if (!row) {
    throw new Error(`There is no deployment "${id}".`);
  }
  const [deployment] = await deploymentsFromRows(tx, [row]);
  await tx('o8_deployment_events').insert({
    deployment: id,
    at,
    snapshot: JSON.stringify(deployment),
  });
  return deployment;
}
