import { Knex } from 'knex';

/** Milliseconds that a transaction may stand still. */
const IDLE_MS = 5_000;

/**
 * A transaction that holds its locks no longer than its process is awake: who
 * sleeps in the middle of it must not keep another worker from taking over. On
 * SQLite there is but one process, and nothing to bound.
 */
export function heldTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(async tx => {
    if (knex.client.config.client === 'pg') {
      await tx.raw(
        `set local idle_in_transaction_session_timeout = ${IDLE_MS}`,
      );
    }
    return work(tx);
  });
}
