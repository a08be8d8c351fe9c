import { Knex } from 'knex';
import { databaseNow } from './databaseClock';
import { DeploymentRow } from './DeploymentRow';

/** Candidates that are answered at once at most. */
export const CANDIDATES = 20;

/** A deployment that may run now, as it was when it was looked for. */
export type Candidate = Pick<
  DeploymentRow,
  'id' | 'module' | 'environment' | 'cluster' | 'state'
>;

/** The oldest deployments that may run now: those that wait at a free target, and those whose worker's lease ran out. `except`: clusters whose are left out. */
export function candidates(
  knex: Knex,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<Candidate[]> {
  return knex<DeploymentRow>('o8_deployments as d')
    .join('o8_targets as t', {
      't.module': 'd.module',
      't.environment': 'd.environment',
    })
    .where(either =>
      either
        .where(queued =>
          queued.where('d.state', 'queued').whereNull('t.current_deployment'),
        )
        .orWhere(expired =>
          expired
            .where('d.state', 'running')
            .andWhere('d.lease_until', '<', databaseNow(knex)),
        ),
    )
    .modify(builder => {
      if (except.length > 0) builder.whereNotIn('d.cluster', [...except]);
    })
    .orderBy('d.position')
    .limit(CANDIDATES)
    .select('d.id', 'd.module', 'd.environment', 'd.cluster', 'd.state');
}

/** The deployment, if it waits or its worker's lease ran out. */
export function runnable(knex: Knex, id: string) {
  return knex('o8_deployments')
    .where({ id })
    .andWhere(either =>
      either
        .where('state', 'queued')
        .orWhere(expired =>
          expired
            .where('state', 'running')
            .andWhere('lease_until', '<', databaseNow(knex)),
        ),
    );
}
