import { readdirSync } from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { queuedDeployment } from '../__testUtils__/queuedDeployment';
import { DatabaseApprovals } from './DatabaseApprovals';
import { DatabaseAudit } from './DatabaseAudit';
import { DatabaseDeployments } from './DatabaseDeployments';
import { DatabaseOverrides } from './DatabaseOverrides';
import { DatabasePlans } from './DatabasePlans';
import { DatabaseReleases } from './DatabaseReleases';
import { DatabaseRuns } from './DatabaseRuns';
import { migrateDatabase, migrationsFolder } from './migrateDatabase';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
const directory = migrationsFolder();
const STEPS = readdirSync(directory).sort();

type Row = Record<string, unknown>;
type Tables = Record<string, Row[]>;

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrateDatabase({ getClient: async () => knex });
    await fill(knex);
  });

  it('are all tried here on tables that have rows', async () => {
    const tables = await read(knex);
    expect(Object.keys(tables)).toHaveLength(11);
    for (const [name, rows] of Object.entries(tables)) {
      expect({ name, isEmpty: rows.length === 0 }).toEqual({
        name,
        isEmpty: false,
      });
    }
  });

  it.each(STEPS.map((name, at) => ({ name, taken: STEPS.length - at })))(
    'go down to before $name and up again, and what neither made stays as it was',
    async ({ taken }) => {
      const before = await columnsOf(knex, await read(knex));
      for (let step = 0; step < taken; step++) {
        const there = await read(knex);
        await knex.migrate.down({ directory });
        expectKept(await read(knex), there);
      }
      const lowest = await read(knex);
      for (let step = 0; step < taken; step++) {
        await knex.migrate.up({ directory });
      }

      const after = await read(knex);
      expect(await columnsOf(knex, after)).toEqual(before);
      for (const [name, rows] of Object.entries(after)) {
        expect(rows).toHaveLength(lowest[name]?.length ?? 0);
        rows.forEach((row, at) => expect(row).toMatchObject(lowest[name][at]));
      }
      // It goes on from there: the queue, its keys and its indices are whole.
      await fill(knex, 'later');
      expect(await new DatabaseRuns(knex).oldestQueued()).toBeUndefined();
    },
  );

  it('do not run where the operator runs them, and once only', async () => {
    const [, made] = await knex.migrate.latest({ directory });
    expect(made).toEqual([]);
    await knex.migrate.down({ directory });
    const there = await read(knex);
    await migrateDatabase({
      getClient: async () => knex,
      migrations: { skip: true },
    });
    expect(await read(knex)).toEqual(there);
  });
});

/** What is left is as it was, in the columns that are left. */
function expectKept(after: Tables, before: Tables): void {
  for (const [name, rows] of Object.entries(after)) {
    expect(rows).toHaveLength(before[name].length);
    rows.forEach((row, at) => expect(before[name][at]).toMatchObject(row));
  }
}

/** Table → its columns, with what they take. */
async function columnsOf(knex: Knex, tables: Tables) {
  const columns = Object.keys(tables).map(async name => [
    name,
    await knex(name).columnInfo(),
  ]);
  return Object.fromEntries(await Promise.all(columns));
}

/** All rows of all tables of the service, in the order of their keys. */
async function read(knex: Knex): Promise<Tables> {
  const isSqlite = knex.client.dialect === 'sqlite3';
  const found: { name: string }[] = isSqlite
    ? await knex('sqlite_master').where({ type: 'table' }).select('name')
    : await knex('pg_tables')
        .where({ schemaname: knex.raw('current_schema()') })
        .select({ name: 'tablename' });
  const names = found
    .map(({ name }) => name)
    .filter(name => name.startsWith('o8_'))
    .sort();
  const tables: Tables = {};
  for (const name of names) {
    const rows: Row[] = await knex(name);
    tables[name] = rows.sort((a, b) =>
      JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
    );
  }
  return tables;
}

/** Rows in every table, of the module and of what was done with it; the queue ends empty. */
async function fill(knex: Knex, module = 'shop'): Promise<void> {
  const digest = `sha256:${module.padEnd(64, 'a')}`;
  const hash = `sha256:${module.padEnd(64, 'b')}`;
  const at = '2026-11-24T08:00:00.000Z';
  const by = 'user:default/ada';
  const where = { module, environment: 'dev' };
  await new DatabaseReleases(knex).save(
    {
      ...{ digest, module, version: '1.0.0', source: 'upload' },
      ...{ createdAt: at, createdBy: by },
    },
    new Map([['o8-module.yaml', Buffer.from('kind: Module')]]),
  );
  await new DatabasePlans(knex).save({
    plan: { ...where, hash, createdAt: at } as Plan,
    manifests: [],
    terms: { kind: 'deploy' },
    createdBy: by,
  });
  await new DatabaseOverrides(knex).set(module, 'dev', {
    ...{ replicas: 2, setBy: by, setAt: at },
  });
  const audit = new DatabaseAudit(knex);
  await audit.end(
    await audit.begin({
      ...where,
      ...{ who: by, event: 'module-deploy', request: 'POST /', details: {} },
    }),
    { outcome: 'succeeded' },
  );
  const approvals = new DatabaseApprovals(knex);
  const { request } = await approvals.ask({
    ...where,
    ...{ plan: hash, by, expiresMs: 60_000 },
  });
  await approvals.approve(request.id, { by: 'user:default/grace' });
  await new DatabaseDeployments(knex).enqueue(
    queuedDeployment({ ...where, plan: hash, approvedBy: [] }),
    { approval: request.id, requesterKnown: true },
  );
  const runs = new DatabaseRuns(knex);
  const first = (await runs.claim('worker'))!;
  expect(first.deployment.module).toBe(module);
  await runs.progress(
    first,
    [{ name: 'apply', state: 'running', message: 'Applying' }],
    'Applying',
  );
  await runs.release(first);
  const claim = (await runs.claim('another'))!;
  await runs.finish(claim, {
    ...{ state: 'succeeded', message: 'Done.' },
    steps: [{ name: 'apply', state: 'succeeded', message: 'Done' }],
  });
}
