// Planning and deploying a module of about twelve objects beside `helm upgrade
// --install --wait` of the same objects on the same cluster: fresh, changed and
// unchanged, in turn. Time of waiting and requests, printed and not asserted.
// Usage: node bench/deploy.mjs [--rounds 20] [--replicas 0] [--fleet 30] [--lanes 10] [--kubeconfig PATH] [--renderer PATH] [--helm PATH]
import { spawn } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { binaryOf } from '../tools/bootstrap/goBuilds.mjs';
import { loadEngine, spread } from './cluster/product.mjs';
import { writeChart } from './deploy/helmChart.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache =
  process.env.O8_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'orchestr8');
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    replicas: { type: 'string', default: '0' },
    fleet: { type: 'string', default: '30' },
    lanes: { type: 'string', default: '10' },
    helm: { type: 'string', default: process.env.O8_HELM ?? 'helm' },
    kubeconfig: { type: 'string', default: process.env.O8_TEST_KUBECONFIG },
    renderer: {
      type: 'string',
      default: process.env.O8_RENDERER ?? binaryOf('renderer', { root, cache }),
    },
  },
});
const [rounds, replicas, fleet, lanes] = [
  values.rounds,
  values.replicas,
  values.fleet,
  values.lanes,
].map(Number);
const { kubeconfig } = values;
const product = await loadEngine();
const cluster = product.connectCluster({ name: 'bench', kubeconfig });
const engine = product.createEngine({
  renderer: new product.RendererProcess({ command: values.renderer }),
});
const home = await mkdtemp(join(tmpdir(), 'o8-bench-'));
const run = Date.now().toString(36);
const namespaces = [];
let requests = 0;
let writes = 0;
/** Requests until the plan was there. */
let planning = 0;
subscribe('undici:request:create', ({ request }) => {
  requests += 1;
  const trial = String(request.path).includes('dryRun=All');
  if (request.method !== 'GET' && !trial) writes += 1;
});

try {
  const found = { fresh: [], changed: [], unchanged: [] };
  let objects = 0;
  for (let round = -1; round < rounds; round++) {
    const sides = [ours(), helm()];
    if (round % 2) sides.reverse();
    for (const [phase, greeting] of [
      ['fresh', 'one'],
      ['changed', 'two'],
      ['unchanged', 'two'],
    ]) {
      const figures = {};
      for (const side of sides) {
        const prepared = await side.prepare(greeting);
        [requests, writes] = [0, 0];
        const from = performance.now();
        await side.deploy(prepared);
        figures[side.name] = performance.now() - from;
        if (side.name !== 'ours') continue;
        Object.assign(figures, { planning, requests, writes });
        objects = prepared.objects;
      }
      // The first warms both up.
      if (round >= 0) found[phase].push(figures);
    }
  }
  console.log(`${objects} objects, ${rounds} rounds, ${replicas} replicas\n`);
  for (const [phase, all] of Object.entries(found)) report(phase, all);
  if (fleet > 0) await compareFleets();
} finally {
  for (const name of namespaces) {
    await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
  }
  await Promise.all([cluster.close(), engine.close()]);
  rmSync(home, { recursive: true });
}

function report(phase, all) {
  const our = spread(all.map(one => one.ours));
  const their = spread(all.map(one => one.helm));
  const ratio = spread(all.map(one => one.ours / one.helm));
  const planned = spread(all.map(one => one.planning));
  const done = spread(all.map(one => one.requests - one.planning));
  const written = spread(all.map(one => one.writes));
  const ms = number => `${number.toFixed(0).padStart(5)} ms`;
  console.log(
    `${phase.padEnd(10)} ours ${ms(our.median)} (p90 ${ms(
      our.p90,
    )})   helm ${ms(their.median)} (p90 ${ms(
      their.p90,
    )})   ratio ${ratio.median.toFixed(2)}   requests ${
      planned.median
    } to plan, ${done.median} to carry out, writes ${written.median}`,
  );
}

function newNamespace(side) {
  namespaces.push(`o8-bench-${run}-${side}-${namespaces.length}`);
  return namespaces.at(-1);
}

/** Our side of one round, in a namespace of its own. */
function ours() {
  const namespace = newNamespace('ours');
  return {
    name: 'ours',
    async prepare(greeting) {
      const input = inputFor(namespace, greeting);
      const { manifests } = await engine.plan(input);
      return { input, objects: manifests.length };
    },
    deploy: ({ input }) => deploy(input),
  };
}

/** Helm's, in another. */
function helm() {
  const namespace = newNamespace('helm');
  return {
    name: 'helm',
    async prepare(greeting) {
      const { manifests } = await engine.plan(inputFor(namespace, greeting));
      const folder = join(home, namespace);
      writeChart(folder, manifests);
      return { namespace, folder };
    },
    deploy: helmUpgrade,
  };
}

function inputFor(namespace, greeting) {
  const files = product.myService({
    'charts/values.yaml': `replicaCount: ${replicas}\nimage: registry.local/my-service:1.0.0\ngreeting: ${greeting}\n`,
    'environments/dev.yaml': `replicaCount: ${replicas}\ningress: { host: ${namespace}.example.com }\n`,
  });
  return product.planInput(files, cluster, {
    environment: product.testEnvironment('dev', namespace),
  });
}

/** As the service does it: a plan, then that plan. */
async function deploy(input) {
  const planned = await engine.plan(input);
  planning = requests;
  const outcome = await engine.execute(planned, {
    deployment: { id: `bench-${planned.plan.hash}` },
    cluster,
    timeoutMs: 120_000,
    signal: new AbortController().signal,
    onProgress: async () => {},
  });
  if (outcome.state !== 'succeeded') throw new Error(outcome.message);
}

async function helmUpgrade({ namespace, folder }) {
  const child = spawn(
    values.helm,
    [
      ...['upgrade', '--install', 'bench', folder, '--namespace', namespace],
      ...['--create-namespace', '--wait', '--kubeconfig', kubeconfig],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`helm ended with ${code}: ${said}`);
}

/** Many modules, some at a time. */
async function compareFleets() {
  const rate = async side => {
    const prepared = [];
    for (let i = 0; i < fleet; i++) {
      const one = side();
      const given = await one.prepare('one');
      prepared.push(() => one.deploy(given));
    }
    const from = performance.now();
    const lane = async () => {
      while (prepared.length > 0) await prepared.pop()();
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return fleet / ((performance.now() - from) / 1000);
  };
  const [ourRate, helmRate] = [await rate(ours), await rate(helm)];
  console.log(
    `\n${fleet} fresh modules, ${lanes} at a time: ours ${ourRate.toFixed(
      1,
    )} a second, helm ${helmRate.toFixed(1)}, ratio ${(
      ourRate / helmRate
    ).toFixed(2)}`,
  );
}
