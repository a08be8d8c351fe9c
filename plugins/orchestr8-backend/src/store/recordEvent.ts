import {
  Deployment,
  DeploymentEvent,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';

/** Writes the deployment as it is now to its event stream; belongs into the transaction that changed it. */
export async function recordEvent(
  tx: Knex.Transaction,
  deployment: Deployment,
  at: string,
): Promise<DeploymentEvent> {
  const [{ sequence }] = await tx('o8_deployment_events')
    .insert({
      deployment: deployment.id,
      at,
      snapshot: JSON.stringify(deployment),
    })
    .returning('sequence');
  return { sequence: Number(sequence), at, deployment };
}
