// Rendering beside `helm template`, and validation with rendering, policy and Pod
// Security beside a loop of `helm template` and kubeconform: time of waiting a
// piece, printed and not asserted.
// Usage: node bench/render.mjs [--count 1000] [--sample 50] [--rounds 3] [--renderer PATH] [--helm PATH]
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { binaryOf } from '../tools/bootstrap/goBuilds.mjs';
import { median } from './timing/timeProcess.mjs';
import {
  buildKubeconform,
  kubernetesKinds,
  writeSchemas,
} from './validate/kubeconform.mjs';
import { writeModules } from './validate/modules.mjs';
import { loadProduct } from './validate/product.mjs';

const ENVIRONMENTS = ['dev', 'staging', 'production'];
const root = fileURLToPath(new URL('..', import.meta.url));
const cache =
  process.env.O8_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'orchestr8');
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    sample: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '3' },
    helm: { type: 'string', default: process.env.O8_HELM ?? 'helm' },
    renderer: {
      type: 'string',
      default: process.env.O8_RENDERER ?? binaryOf('renderer', { root, cache }),
    },
  },
});
const [count, sample, rounds] = [
  values.count,
  values.sample,
  values.rounds,
].map(Number);
const known = kubernetesKinds();
const kubeconform = buildKubeconform(cache);
const home = await mkdtemp(join(tmpdir(), 'o8-bench-'));
const product = await loadProduct();
const renderer = new product.RendererProcess({ command: values.renderer });
try {
  const modules = await writeModules(product, join(home, 'modules'), count);
  const jobs = modules.flatMap(module =>
    ENVIRONMENTS.map(environment => jobOf(module, environment)),
  );
  const location = writeSchemas(join(home, 'schemas'), {
    known,
    wanted: [...known.keys()].filter(kind =>
      /^(v1|apps\/v1|batch\/v1|policy\/v1|networking.k8s.io\/v1|autoscaling\/v2)\/[A-Z]\w*$/.test(
        kind,
      ),
    ),
  });
  console.log(
    `${count} modules in ${ENVIRONMENTS.length} environments; Helm's side by a sample of ${sample} modules\n`,
  );
  const theirs = jobs.slice(0, sample * ENVIRONMENTS.length);
  await compare(
    'rendering',
    {
      ours: { run: () => renderAll(jobs.slice(0, count)), pieces: count },
      helm: { run: () => theirs.forEach(helmTemplate), pieces: theirs.length },
    },
    'helm template',
  );
  await compare(
    'validation with rendering, policy and Pod Security',
    {
      ours: { run: () => validateAll(modules), pieces: jobs.length },
      helm: {
        run: () => theirs.forEach(job => checkByHelm(job, location)),
        pieces: theirs.length,
      },
    },
    'helm template and kubeconform',
  );
} finally {
  await renderer.close();
  await rm(home, { recursive: true });
}

/** What one module is in one environment, for both sides alike. */
function jobOf({ name, folder, files }, environment) {
  const { module, overlays } = product.parseModule(files);
  const namespace = `${name}-${environment}`;
  const { resolved } = product.withEnvironment(module, {
    environment,
    overlay: overlays.get(environment),
    target: { cluster: 'bench', namespace },
  });
  const valuesFile = join(home, `${namespace}.json`);
  writeFileSync(valuesFile, JSON.stringify(resolved.values));
  const chart = new Map(
    [...files]
      .filter(([path]) => path.startsWith('charts/'))
      .map(([path, bytes]) => [path.slice('charts/'.length), bytes]),
  );
  return {
    name,
    namespace,
    folder: join(folder, 'charts'),
    valuesFile,
    request: {
      chart,
      values: resolved.values,
      release: name,
      namespace,
      upgrade: false,
    },
  };
}

async function renderAll(jobs) {
  for (const { request } of jobs) await renderer.render(request);
}

async function validateAll(modules) {
  const settings = product.withEngineDefaults({ renderer });
  const environments = ENVIRONMENTS.map(name => ({
    name,
    cluster: 'bench',
    namespace: '${module}-${environment}',
    delivery: 'direct',
    mutableVersions: false,
    gates: {},
    freeze: [],
    timeoutMs: 0,
  }));
  for (const { name, files } of modules) {
    const problems = await product.validateModule(
      files,
      { environments, render: true },
      settings,
    );
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`);
  }
}

function helmTemplate({ name, namespace, folder, valuesFile }) {
  return mustRun(values.helm, [
    ...['template', name, folder, '--namespace', namespace],
    ...['--values', valuesFile],
  ]);
}

function checkByHelm(job, location) {
  mustRun(kubeconform, ['-strict', '-schema-location', location, '-'], {
    input: helmTemplate(job),
  });
}

function mustRun(command, args, options = {}) {
  const ran = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ran.status !== 0) {
    throw new Error(`${command} ${args.join(' ')}\n${ran.stdout}${ran.stderr}`);
  }
  return ran.stdout;
}

/** Both in turn, so that what else the machine does falls on both; a first round counts for neither. */
async function compare(what, sides, anchor) {
  const found = { ours: [], helm: [] };
  for (let round = -1; round < rounds; round++) {
    for (const [side, { run, pieces }] of Object.entries(sides)) {
      const begun = process.hrtime.bigint();
      await run();
      const each = Number(process.hrtime.bigint() - begun) / 1e6 / pieces;
      if (round >= 0) found[side].push(each);
    }
  }
  const [ours, helm] = [found.ours, found.helm].map(times =>
    median(times.sort((a, b) => a - b)),
  );
  console.log(
    `${what}: ours ${ours.toFixed(2)} ms, ${anchor} ${helm.toFixed(
      2,
    )} ms each; ratio ${(ours / helm).toFixed(3)} (aim: at most 0.1)`,
  );
}
