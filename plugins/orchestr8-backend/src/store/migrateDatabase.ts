import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Folder of the migrations, in a checkout and in an installed package. */
export function migrationsFolder(): string {
  return resolvePackagePath(
    '@orchestr8/backstage-plugin-orchestr8-backend',
    'migrations',
  );
}

/**
 * The plugin's database, brought to the newest schema unless `database.migrations.skip`
 * says otherwise. Its errors tell the statement that failed, never the values in it: the
 * bytes of plans and releases may hold Secrets, and errors are logged.
 */
export async function migrateDatabase(
  database: Pick<DatabaseService, 'getClient' | 'migrations'>,
): Promise<Knex> {
  const knex = await database.getClient();
  knex.client.config.compileSqlOnError = false;
  if (knex.client.dialect === 'sqlite3') {
    // As durable as the rollback journal, at a seventh of the time of a commit.
    await knex.raw('pragma journal_mode = wal');
    await knex.raw('pragma synchronous = full');
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsFolder() });
  }
  return knex;
}
