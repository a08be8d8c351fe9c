// A module of twelve objects by the warm portal and by a cold `o8`, beside `helm
// upgrade --install --wait` of the same objects on the same control plane:
// fresh, changed and unchanged, in turn; then many modules, some at a time.
// Time of waiting, and requests by the API server's own log: printed, not asserted.
// Usage: node bench/deploy.mjs [--rounds 20] [--replicas 0] [--fleet 100] [--block 50] [--lanes 10] [--asked 30] [--database sqlite|postgres] [--postgres-url URL] [--prometheus] [--helm PATH]
import { mkdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseFor } from './database/databaseFor.mjs';
import { loadEngine, spread } from './cluster/product.mjs';
import { AuditLog } from './deploy/AuditLog.mjs';
import { moduleFiles, writeModule } from './deploy/modules.mjs';
import { Sides } from './deploy/sides.mjs';
import { startPortal, untilKnown } from './deploy/startPortal.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    replicas: { type: 'string', default: '0' },
    fleet: { type: 'string', default: '100' },
    block: { type: 'string', default: '50' },
    // Helm's processes at a time.
    lanes: { type: 'string', default: '10' },
    // Modules that the portal is asked for at a time: it carries twenty out at once
    // on a cluster, and makes the plans of the next meanwhile.
    asked: { type: 'string', default: '30' },
    database: { type: 'string', default: 'sqlite' },
    'postgres-url': {
      type: 'string',
      default: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING,
    },
    // Evaluating the alerts of hundreds of modules takes processor that is neither side's.
    prometheus: { type: 'boolean', default: false },
    helm: { type: 'string', default: process.env.O8_HELM ?? 'helm' },
  },
});
const [rounds, replicas, fleet, block, lanes, asked] = [
  'rounds',
  'replicas',
  'fleet',
  'block',
  'lanes',
  'asked',
].map(name => Number(values[name]));
const PHASES = [
  ['fresh', 'one'],
  ['changed', 'two'],
  ['unchanged', 'two'],
];

const data = await mkdtemp(join(tmpdir(), 'o8-bench-'));
const home = join(data, 'modules');
mkdirSync(home);
const product = await loadEngine();
const names = [
  ...range(rounds + 1).map(n => `svc-${n}`),
  ...range(fleet).map(n => `fleet-${n}`),
];
for (const name of names) {
  const files = moduleFiles(product, name, { replicas, greeting: 'one' });
  writeModule(home, name, files);
}
const database = databaseFor(values.database, {
  ...{ folder: data, url: values['postgres-url'] },
  id: Date.now().toString(36),
});
const portal = await startPortal(data, {
  ...{ database: database.config, prometheus: values.prometheus },
});
const { kubeconfig } = portal;
const cluster = product.connectCluster({ name: 'bench', kubeconfig });
const engine = product.createEngine({
  renderer: new product.RendererProcess({ command: portal.renderer }),
});
const client = new product.Orchestr8Client({
  fetch: (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${portal.token}`);
    return fetch(input, { ...init, headers });
  },
  baseUrl: async () => `${portal.url}/api/orchestr8`,
});
const sides = new Sides({
  ...{ product, engine, cluster, client, home, kubeconfig, replicas },
  signIn: portal,
  helm: values.helm,
});
const audit = new AuditLog(portal.auditLog);

try {
  await untilKnown(client, names);
  await compareOneByOne();
  if (fleet > 0) await compareFleets();
} finally {
  await Promise.all([cluster.close(), engine.close()]);
  await portal.stop();
  await database.clear();
  rmSync(data, { recursive: true });
}

async function compareOneByOne() {
  const found = new Map(PHASES.map(([phase]) => [phase, []]));
  for (const round of range(rounds + 1)) {
    const cli = sides.cli(`cli-${round}`);
    await cli.prepare('one');
    await cli.register();
    const all = [
      sides.service(`svc-${round}`),
      cli,
      sides.helm(`helm-${round}`),
    ];
    // Everybody is first, second and last as often.
    const order = all.map((_, at) => all[(at + round) % all.length]);
    for (const [phase, greeting] of PHASES) {
      const figures = {};
      for (const side of order) {
        await side.prepare(greeting);
        audit.since();
        const stages = {};
        const before = [];
        const from = performance.now();
        await side.deploy(stage => {
          const asked = ofSide(side, audit.since());
          stages[stage] = asked.length;
          before.push(...asked);
        });
        const ms = performance.now() - from;
        const after = ofSide(side, audit.since());
        figures[side.name] = {
          ...{ ms, stages, carried: after.length },
          ...countsOf([...before, ...after]),
        };
      }
      // The first warms all up.
      if (round > 0) found.get(phase).push(figures);
    }
  }
  if (rounds === 0) return;
  console.log(`12 objects, ${rounds} rounds, ${replicas} replicas`);
  for (const [phase, all] of found) report(phase, all);
}

function ofSide({ agent }, requests) {
  return requests.filter(request => agent.test(request.agent));
}

function countsOf(requests) {
  const writes = requests.filter(
    ({ verb, dryRun }) =>
      ['create', 'update', 'patch', 'delete'].includes(verb) && !dryRun,
  );
  const trials = requests.filter(({ dryRun }) => dryRun);
  return {
    requests: requests.length,
    writes: writes.length,
    trials: trials.length,
  };
}

function report(phase, all) {
  console.log(`\n${phase}`);
  for (const side of ['service', 'cli', 'helm']) {
    const of = figure => spread(all.map(one => one[side][figure]));
    const ms = of('ms');
    const ratio = spread(all.map(one => one[side].ms / one.helm.ms));
    console.log(
      [
        `  ${side.padEnd(8)}`,
        `${ms.median.toFixed(0).padStart(6)} ms (p90 ${ms.p90.toFixed(0)})`,
        `${ratio.median.toFixed(2)} of helm`,
        `${of('requests').median} requests`,
        `of them ${of('trials').median} trials, ${of('writes').median} writes`,
      ].join('   '),
    );
    if (side !== 'service') continue;
    const stage = name => spread(all.map(one => one[side].stages[name])).median;
    console.log(
      `    requests: ${stage('plan')} to plan, ${stage(
        'ask',
      )} to look again when asked, ${of('carried').median} to carry out`,
    );
  }
}

/** Blocks of fresh modules, the sides in turn. */
async function compareFleets() {
  const took = { service: 0, helm: 0 };
  for (let from = 0; from < fleet; from += block) {
    const numbers = range(Math.min(block, fleet - from)).map(n => from + n);
    const both = [
      numbers.map(n => sides.service(`fleet-${n}`)),
      numbers.map(n => sides.helm(`helm-fleet-${n}`)),
    ];
    if ((from / block) % 2) both.reverse();
    for (const targets of both) {
      for (const target of targets) await target.prepare('one');
      const begun = performance.now();
      const queue = [...targets];
      const lane = async () => {
        while (queue.length > 0) await queue.shift().deploy();
      };
      const length = targets[0].name === 'helm' ? lanes : asked;
      await Promise.all(Array.from({ length }, lane));
      took[targets[0].name] += performance.now() - begun;
    }
  }
  const rate = ms => fleet / (ms / 1000);
  const [ours, helms] = [rate(took.service), rate(took.helm)];
  console.log(
    `\n${fleet} fresh modules: service asked for ${asked} at a time ${ours.toFixed(
      1,
    )} a second, helm ${lanes} at a time ${helms.toFixed(1)}, ratio ${(
      ours / helms
    ).toFixed(2)}`,
  );
}

function range(count) {
  return Array.from({ length: count }, (_, n) => n);
}
