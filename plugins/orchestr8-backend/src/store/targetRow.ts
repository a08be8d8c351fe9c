import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';

/** Holds the target's row, a new one if there is none, until the transaction ends, on databases that have row locks. */
export async function lockTarget(
  tx: Knex.Transaction,
  { module, environment }: Pick<Deployment, 'module' | 'environment'>,
): Promise<void> {
  await tx('o8_targets')
    .insert({ module, environment })
    .onConflict(['module', 'environment'])
    .merge(['module']);
}

/** Raises the target's epoch to one that the cluster has heard of; never lowers it. */
export async function raiseEpoch(
  tx: Knex.Transaction,
  { module, environment }: Pick<Deployment, 'module' | 'environment'>,
  { epoch }: { epoch: number },
): Promise<void> {
  await tx('o8_targets')
    .where({ module, environment })
    .andWhere('epoch', '<', epoch)
    .update({ epoch });
}

/** Frees the target of a deployment that has ended; after success it records what runs there now. */
export async function freeTarget(
  tx: Knex.Transaction,
  deployment: Deployment,
  { succeeded, at }: { succeeded: boolean; at: string },
): Promise<void> {
  const { id, kind, module, environment, release, version } = deployment;
  const target = () =>
    tx('o8_targets').where({ module, environment, current_deployment: id });
  if (!succeeded) {
    await target().update({ current_deployment: null });
    return;
  }
  if (kind === 'delete') {
    await tx('o8_overrides').where({ module, environment }).delete();
    await target().update({
      current_deployment: null,
      deployed_release: null,
      deployed_version: null,
      deployed_at: null,
      deployed_by: id,
    });
    return;
  }
  await target().update({
    current_deployment: null,
    deployed_release: release,
    deployed_version: version,
    // Scaling and restarting do not make what runs any younger.
    deployed_at: tx.raw(
      'case when deployed_release = ? then deployed_at else ? end',
      [release, at],
    ),
    deployed_by: id,
  });
}
