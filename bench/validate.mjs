// `o8 module validate --no-render` of many modules beside kubeconform on as many
// rendered objects: CPU time per file, printed and not asserted.
// Usage: node bench/validate.mjs [--count 1000] [--rounds 5] [--renderer PATH]
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { binaryOf } from '../tools/bootstrap/goBuilds.mjs';
import { alternate, median, timeProcess } from './timing/timeProcess.mjs';
import {
  buildKubeconform,
  kubernetesKinds,
  writeSchemas,
} from './validate/kubeconform.mjs';
import { writeModules, writeObjects } from './validate/modules.mjs';
import { loadProduct } from './validate/product.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache =
  process.env.O8_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'orchestr8');
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    renderer: {
      type: 'string',
      default: process.env.O8_RENDERER ?? binaryOf('renderer', { root, cache }),
    },
  },
});
const count = Number(values.count);
/** Files that carry the language: the specification and the overlays; the others are read, measured and named only. */
const OF_THE_LANGUAGE = /^(?:o8-module\.yaml|environments\/[^/]+\.ya?ml)$/;
const O8 = join(root, 'packages/o8/bin/o8');

const home = await mkdtemp(join(tmpdir(), 'o8-bench-'));
try {
  const product = await loadProduct();
  const modules = await writeModules(product, join(home, 'modules'), count);
  const known = kubernetesKinds();
  const objects = join(home, 'objects');
  const { written, kinds } = await writeObjects(product, objects, {
    modules,
    renderer: values.renderer,
    count,
    known,
  });
  const location = writeSchemas(join(home, 'schemas'), {
    known,
    wanted: kinds.keys(),
  });
  const kubeconform = buildKubeconform(cache);
  const list = [...kinds].map(([kind, n]) => `${n} ${kind.split('/').pop()}`);
  console.log(`${count} modules; ${written} objects: ${list.join(', ')}\n`);

  const folders = modules.map(({ name }) => name);
  const line = ['module', 'validate', '--no-render', '-o', 'json'];
  const found = alternate(
    {
      'o8 module validate': () =>
        timeProcess(process.execPath, [O8, ...line, ...folders], {
          cwd: join(home, 'modules'),
        }),
      kubeconform: () =>
        timeProcess(kubeconform, [
          '-strict',
          '-schema-location',
          location,
          objects,
        ]),
    },
    Number(values.rounds),
  );
  print(found, { modules, objects: written });
  printWarm(product, modules[0]);
} finally {
  await rm(home, { recursive: true });
}

function print(found, { modules, objects }) {
  const paths = modules.flatMap(({ files }) => [...files.keys()]);
  const own = paths.filter(path => OF_THE_LANGUAGE.test(path)).length;
  const ours = median(found['o8 module validate'].cpuMs);
  const theirs = median(found.kubeconform.cpuMs) / objects;
  console.log(
    `${modules.length} modules have ${paths.length} files, ${own} of them specifications and overlays`,
  );
  for (const [name, { wallMs, cpuMs }] of Object.entries(found)) {
    console.log(
      `${name.padEnd(20)} CPU ${median(cpuMs)} ms (${cpuMs[0]} to ${cpuMs.at(
        -1,
      )}), ${median(wallMs)} ms of waiting`,
    );
  }
  const line = (what, perFile, aim = '') =>
    console.log(
      `${what.padEnd(44)} ${perFile.toFixed(3)} ms a file, ratio ${(
        perFile / theirs
      ).toFixed(2)}${aim}`,
    );
  line('kubeconform, a file for each object', theirs);
  line(
    'o8, by specifications and overlays',
    ours / own,
    ' (aim: at most 0.50)',
  );
  line('o8, by all files that it reads', ours / paths.length);
  console.log();
}

/** One module in a process that has validated before: what the portal and an editor feel. */
function printWarm(product, { name, files }) {
  const once = () => {
    const begun = process.hrtime.bigint();
    const { module, overlays } = product.parseModule(files);
    for (const [environment, overlay] of overlays) {
      product.withEnvironment(module, { environment, overlay });
    }
    return Number(process.hrtime.bigint() - begun) / 1e6;
  };
  for (let n = 0; n < 200; n++) once();
  const times = Array.from({ length: 500 }, once).sort((a, b) => a - b);
  console.log(
    `one module warm, with ${name}'s overlays: median ${median(times).toFixed(
      2,
    )} ms, p99 ${times[494].toFixed(2)} ms (aim: at most 5 ms)`,
  );
}
