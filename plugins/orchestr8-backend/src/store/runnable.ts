import { Knex } from 'knex';
import { databaseNow } from './databaseClock';

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
