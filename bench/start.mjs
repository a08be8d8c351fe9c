// How long `o8` takes to begin: printed beside a bare Node and kubectl, not asserted.
// Usage: node bench/start.mjs [--rounds 20] [--kubectl PATH]
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { alternate, median, timeProcess } from './timing/timeProcess.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    kubectl: { type: 'string', default: process.env.O8_KUBECTL },
  },
});
const O8 = fileURLToPath(new URL('../packages/o8/bin/o8', import.meta.url));
const node = (...args) => timeProcess(process.execPath, args);

const subjects = {
  'node -e 0': () => node('-e', '0'),
  'o8 --help': () => node(O8, '--help'),
  'o8 module --help': () => node(O8, 'module', '--help'),
  'o8 module schema': () => node(O8, 'module', 'schema'),
};
if (values.kubectl && existsSync(values.kubectl)) {
  subjects['kubectl --help'] = () => timeProcess(values.kubectl, ['--help']);
}

const found = alternate(subjects, Number(values.rounds));
const bare = median(found['node -e 0'].wallMs);
const row = (...cells) =>
  console.log(
    cells.map((c, i) => (i ? c.padStart(11) : c.padEnd(18))).join(''),
  );
row('milliseconds', 'least', 'median', 'most', 'CPU', '× node');
for (const [name, { wallMs, cpuMs }] of Object.entries(found)) {
  row(
    name,
    ...[wallMs[0], median(wallMs), wallMs.at(-1), median(cpuMs)].map(ms =>
      ms.toFixed(0),
    ),
    (median(wallMs) / bare).toFixed(2),
  );
}
