// The whole path by the command line, timed step by step: printed, not asserted.
// Usage: node bench/path.mjs    (signed in as `o8` is; see bench/README.md)
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const O8 = fileURLToPath(new URL('../packages/o8/bin/o8', import.meta.url));
const name = `bench-${Date.now().toString(36)}`;
const home = await mkdtemp(join(tmpdir(), 'o8-bench-'));
const folder = join(home, name);
const people = '--team platform-team --owner john.doe@company.com';

/** Step → command line; the first that fails ends the run. */
const steps = [
  ['show help', '--help'],
  ['list modules', 'module list'],
  [
    'make a module',
    `module init ${name} --template microservice ${people} --output-dir ${folder}`,
  ],
  ['validate it', `module validate ${folder}`],
  ['plan it for dev', `module plan ${folder} --environment dev`],
  ['deploy to dev', `module deploy ${folder} --environment dev --yes`],
  ['see its status', `module status ${name}`],
  ['promote to staging', `module promote ${name} --to staging --yes`],
  ['promote to production', `module promote ${name} --to production --yes`],
  ['scale to 3', `module scale ${name} --replicas 3 --environment dev`],
  ['read 100 lines of log', `module logs ${name} --environment dev --tail 100`],
  ['see its dependencies', `module deps ${name} --environment dev`],
  ['see its history', `module history ${name}`],
];

console.log(`${'step'.padEnd(24)}${'seconds'.padStart(8)}  command`);
let total = 0;
try {
  for (const [step, line] of steps) {
    const { seconds, code, said } = await run(line.split(' '));
    total += seconds;
    const shown = line.replace(folder, name);
    console.log(
      `${step.padEnd(24)}${seconds.toFixed(2).padStart(8)}  o8 ${shown}`,
    );
    if (code !== 0) {
      console.error(`\nThis ended with exit code ${code}:\n${said}`);
      process.exitCode = 1;
      break;
    }
  }
  console.log(`${'in all'.padEnd(24)}${total.toFixed(2).padStart(8)}`);
} finally {
  await rm(home, { recursive: true });
}

function run(args) {
  const begun = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [O8, ...args]);
    let said = '';
    child.stdout.on('data', () => {});
    child.stderr.on('data', text => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', code => {
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      resolve({ seconds, code, said });
    });
  });
}
