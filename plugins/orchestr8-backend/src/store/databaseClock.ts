import { Knex } from 'knex';

/**
 * SQL for "now" in milliseconds since 1970 by the database's own clock: leases
 * never depend on the clock of a worker.
 */
export function databaseNow(knex: Knex): Knex.Raw {
  const client = String(knex.client.config.client);
  if (client === 'pg') {
    return knex.raw('(extract(epoch from clock_timestamp()) * 1000)::bigint');
  }
  if (client.includes('sqlite')) {
    return knex.raw(
      "cast((julianday('now') - 2440587.5) * 86400000 as integer)",
    );
  }
  throw new Error(
    `The database "${client}" is not supported by Orchestr8: set backend.database.client to "better-sqlite3" or "pg".`,
  );
}

/** That "now" as a number. */
export async function databaseTime(knex: Knex): Promise<number> {
  const row = await knex.select({ now: databaseNow(knex) }).first();
  return Number(row?.now);
}
