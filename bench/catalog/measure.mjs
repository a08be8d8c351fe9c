// The process of one side: starts a catalog on an empty database, lets it take in
// all files, goes round once more with nothing changed, and edits. Says what it
// measured as its last line.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startCatalog } from './startCatalog.mjs';
import { WriteCount } from './WriteCount.mjs';
import { nameOf } from './writeFiles.mjs';

/** PostgreSQL's code of a deadlock. */
const DEADLOCK = '40P01';

const options = JSON.parse(process.argv[2]);
const { side, count, edits, folder } = options;
const catalog = await startCatalog(options);
const { knex, url } = catalog;
const writes = new WriteCount(knex);

const ingestion = await ingest();
// In its second turn an entity that brings others is written once more by Backstage,
// whoever made it: by then it is known as their parent.
await goRoundAgain();
const again = await goRoundAgain();
const latencies = edits > 0 ? await edit() : [];
process.stdout.write(`\n${JSON.stringify({ ingestion, again, latencies })}\n`);
process.exit(0);

/** Until all is there and nothing waits: people, groups and locations too. */
async function ingest() {
  for (;;) {
    // Counting reads the whole table: it must not become part of what is measured.
    if ((await isCalm()) && (await isThere())) {
      const { user, system } = process.cpuUsage(catalog.cpu);
      return {
        entities: await countOf('%'),
        seconds: (performance.now() - catalog.begun) / 1000,
        cpuSeconds: (user + system) / 1e6,
        writes: writes.take(),
      };
    }
    await delay(1_000);
  }
}

async function isThere() {
  const kinds = side === 'ours' ? ['module', 'component'] : ['component'];
  for (const kind of kinds) {
    if ((await countOf(`${kind}:%`)) < count) return false;
  }
  return true;
}

/** All entities processed once more, as when the interval has passed. */
async function goRoundAgain() {
  // What is still being learned in the background is not of this round.
  await delay(3_000);
  while (!(await isCalm())) await delay(200);
  const [{ n }] = await knex('refresh_state').count({ n: '*' });
  const past = knex.client.config.client.includes('sqlite')
    ? knex.raw(`datetime('now', '-1 hour')`)
    : knex.raw(`now() - interval '1 hour'`);
  await makeAllDue(past);
  writes.take();
  const begun = performance.now();
  while (!(await isCalm())) await delay(100);
  await delay(2_000);
  return {
    entities: Number(n),
    seconds: (performance.now() - begun - 2_000) / 1000,
    writes: writes.take(),
  };
}

/** The catalog may be writing the same rows, in another order: PostgreSQL ends one of the two. */
async function makeAllDue(past) {
  for (;;) {
    try {
      await knex('refresh_state').update({ next_update_at: past });
      return;
    } catch (error) {
      if (error.code !== DEADLOCK) throw error;
    }
  }
}

/** From the file's change to the changed answer of the catalog, in milliseconds. */
async function edit() {
  const found = [];
  for (let n = 0; n < edits; n++) {
    const name = nameOf(Math.floor((n * count) / edits));
    const path = join(folder, 'files', name, 'o8-module.yaml');
    const description = `Edited ${n}`;
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      `${path}.new`,
      text.replace(/description: .*/, `description: ${description}`),
    );
    // Edits fall anywhere between two turns of the catalog.
    await delay(400 + ((n * 137) % 1_000));
    const begun = performance.now();
    renameSync(`${path}.new`, path);
    for (;;) {
      const answer = await fetch(
        `${url}/entities/by-name/module/default/${name}`,
      );
      const entity = await answer.json();
      if (entity.metadata?.description === description) break;
      await delay(10);
    }
    found.push(performance.now() - begun);
  }
  return found;
}

async function countOf(refs) {
  const [{ n }] = await knex('final_entities')
    .where('entity_ref', 'like', refs)
    .whereNotNull('final_entity')
    .count({ n: '*' });
  return Number(n);
}

async function isCalm() {
  const [[due], [waiting]] = await Promise.all([
    knex('refresh_state')
      .where('next_update_at', '<=', knex.fn.now())
      .count({ n: '*' }),
    knex('stitch_queue').count({ n: '*' }),
  ]);
  return Number(due.n) + Number(waiting.n) === 0;
}
