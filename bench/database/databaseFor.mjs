import { join } from 'node:path';
import pg from 'pg';

/**
 * A database of its own for one catalog.
 *
 * @param {'sqlite' | 'postgres'} kind
 * @param {{ folder: string, url?: string, id: string }} options `url`: of a PostgreSQL in which databases may be made
 * @returns what to give to Backstage as `backend.database`, and how to clear it away
 */
export function databaseFor(kind, { folder, url, id }) {
  if (kind === 'sqlite') {
    const directory = join(folder, 'db');
    return {
      config: { client: 'better-sqlite3', connection: { directory } },
      clear: async () => {},
    };
  }
  if (!url) {
    throw new Error(
      'Name a PostgreSQL in which databases may be made: --postgres-url, or BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING.',
    );
  }
  const { hostname, port, username, password } = new URL(url);
  const connection = {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
  const prefix = `o8_bench_${id}_`;
  return {
    config: { client: 'pg', prefix, connection },
    clear: () => dropAll(connection, prefix),
  };
}

async function dropAll(connection, prefix) {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) {
      await client.query(`drop database "${datname}" with (force)`);
    }
  } finally {
    await client.end();
  }
}
