import { createMockDirectory } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { migrateDatabase } from './migrateDatabase';

describe('the database of the service', () => {
  const directory = createMockDirectory();
  let knex: Knex;

  beforeEach(() => {
    knex = createKnex({
      client: 'better-sqlite3',
      connection: { filename: directory.resolve('orchestr8.sqlite') },
      useNullAsDefault: true,
    });
  });
  afterEach(() => knex.destroy());

  it('writes ahead on SQLite, and loses nothing for it that was committed', async () => {
    await migrateDatabase({ getClient: async () => knex });
    const [{ journal_mode }] = await knex.raw('pragma journal_mode');
    const [{ synchronous }] = await knex.raw('pragma synchronous');
    expect([journal_mode, synchronous]).toEqual(['wal', 2]);
  });
});
