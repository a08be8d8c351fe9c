// Modules taken in by the real catalog backend, beside plain Components that come
// by Backstage's own file location: as many as there are modules, and as many as
// the modules are entities, for what an entity costs grows with the catalog:
// entities a second; a second round with nothing changed: what is written; and an
// edit: until the catalog answers with it. Printed, and not asserted.
// Usage: node bench/catalog.mjs [--modules 10000] [--database sqlite|postgres] [--rounds 1] [--edits 100] [--sides ours,anchor,twice] [--prof DIR] [--postgres-url URL]
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { databaseFor } from './database/databaseFor.mjs';
import { writeFiles } from './catalog/writeFiles.mjs';

const { values } = parseArgs({
  options: {
    modules: { type: 'string', default: '10000' },
    database: { type: 'string', default: 'sqlite' },
    rounds: { type: 'string', default: '1' },
    edits: { type: 'string', default: '100' },
    sides: { type: 'string', default: 'ours,anchor,twice' },
    prof: { type: 'string' },
    'postgres-url': {
      type: 'string',
      default: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING,
    },
  },
});
const MEASURE = fileURLToPath(new URL('catalog/measure.mjs', import.meta.url));
const count = Number(values.modules);
const edits = Number(values.edits);
/** Who writes the files, and how many. Each module is two entities. */
const SIDES = {
  ours: { side: 'ours', count },
  anchor: { side: 'anchor', count },
  twice: { side: 'anchor', count: 2 * count },
};
const sides = values.sides.split(',');
const unknown = sides.find(name => !(name in SIDES));
if (unknown) throw new Error(`There is no side "${unknown}".`);
const found = Object.fromEntries(sides.map(name => [name, []]));

for (let round = 0; round < Number(values.rounds); round++) {
  const order = round % 2 ? [...sides].reverse() : sides;
  for (const name of order) found[name].push(await measure(SIDES[name]));
}
print();

/** One side in a process, a folder and a database of its own. */
async function measure({ side, count }) {
  const folder = await mkdtemp(join(tmpdir(), 'o8-bench-'));
  const database = databaseFor(values.database, {
    folder,
    url: values['postgres-url'],
    id: randomBytes(4).toString('hex'),
  });
  try {
    writeFiles(folder, { side, count });
    const prof = values.prof
      ? ['--cpu-prof', `--cpu-prof-dir=${values.prof}`]
      : [];
    return await run([
      ...prof,
      '--enable-source-maps',
      MEASURE,
      JSON.stringify({
        ...{ side, count, folder },
        database: database.config,
        edits: side === 'ours' ? edits : 0,
        catalog: {
          stitchingStrategy: { pollingInterval: { milliseconds: 250 } },
        },
      }),
    ]);
  } finally {
    await database.clear();
    await rm(folder, { recursive: true });
  }
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let said = '';
    child.stdout.on('data', data => {
      said += data;
    });
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve(JSON.parse(said.trim().split('\n').pop()))
        : reject(new Error(`A side ended with ${code}:\n${said}`)),
    );
  });
}

function print() {
  console.log(`${count} modules, ${values.database}`);
  const rate = {};
  for (const name of sides) {
    const runs = found[name].map(({ ingestion }) => ingestion);
    const rates = runs.map(({ entities, seconds }) => entities / seconds);
    rate[name] = median(rates);
    const cpu = median(
      runs.map(({ entities, cpuSeconds }) => (cpuSeconds * 1000) / entities),
    );
    const each = rates.map(figure => figure.toFixed(0)).join(', ');
    console.log(
      `${name.padEnd(7)} ${runs[0].entities} entities: ${rate[name].toFixed(
        1,
      )} a second (${each}), ${cpu.toFixed(2)} ms of CPU an entity`,
    );
  }
  const beside = {
    anchor: 'to as many Components as modules',
    twice: 'to as many entities',
  };
  const ratios = sides
    .filter(name => rate.ours && name in beside)
    .map(name => `${(rate.ours / rate[name]).toFixed(2)} ${beside[name]}`);
  if (ratios.length > 0) {
    console.log(`ratio ${ratios.join(', ')} (aim: at least 1.00)`);
  }
  console.log();
  for (const name of sides) {
    const { entities, seconds, writes } = found[name].at(-1).again;
    const others = Object.entries(writes.others).map(([k, n]) => `${n} ${k}`);
    console.log(
      `${name.padEnd(
        7,
      )} a round with nothing changed: ${entities} entities in ${seconds.toFixed(
        1,
      )} s, writes: ${others.join(', ') || 'none'} (and ${
        writes.bookkeeping
      } statements of Backstage's bookkeeping)`,
    );
  }
  const latencies = (found.ours ?? []).flatMap(run => run.latencies);
  if (latencies.length === 0) return;
  latencies.sort((a, b) => a - b);
  const part = share =>
    latencies[Math.ceil(latencies.length * share) - 1].toFixed(0);
  console.log(
    `\nan edit is visible after ${part(0.5)} ms (median), ${part(
      0.99,
    )} ms (p99 of ${latencies.length}; aim: at most 2000 ms)`,
  );
}

function median(figures) {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
}
