import { Knex } from 'knex';
import { eventually } from './startCatalog';

/** As both databases compare it with their own time. */
const LONG_AGO = '2020-01-01 00:00:00';

/**
 * Has the catalog process all that it has once more, and waits until it has.
 *
 * @param knex - the database of the catalog
 * @param where - what to process; default everything
 */
export async function processAgain(knex: Knex, where = {}): Promise<void> {
  const rows = await knex('refresh_state').where(where).select('entity_id');
  const ids = rows.map(({ entity_id }) => entity_id);
  // One at a time: a statement that waits for one row while it holds another
  // can be in a circle with a write of the catalog's, which PostgreSQL ends.
  for (const id of ids) {
    await knex('refresh_state')
      .where({ entity_id: id })
      .update({ next_update_at: LONG_AGO });
  }
  await eventually('another round of processing', async () => {
    const waiting = await knex('refresh_state')
      .whereIn('entity_id', ids)
      .andWhere({ next_update_at: LONG_AGO });
    return waiting.length === 0 ? true : undefined;
  });
  await eventually('the end of stitching', async () => {
    const queued = (await knex.schema.hasTable('stitch_queue'))
      ? await knex('stitch_queue').select('*')
      : await knex('refresh_state').whereNotNull('next_stitch_at');
    return queued.length === 0 ? true : undefined;
  });
}
