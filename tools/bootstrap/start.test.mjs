import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { freePorts } from './machine.mjs';
import { ROOT } from './settings.mjs';

const skip = process.env.O8_PLAYGROUND ? false : 'the playground is not built';
const RUN = path.join(ROOT, 'tools', 'run');

let data;
let ports;

before(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), 'orchestr8-start-'));
  ports = await freePorts(19_443, 9);
});

after(() => {
  for (const pid of processes()) process.kill(pid, 'SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** Runs a command of tools/run; `until(text)` resolves once its output has the text. */
function command(...args) {
  const ports_ = [`--port=${ports + 8}`, `--playground-port=${ports}`];
  const child = spawn(
    process.execPath,
    [RUN, args[0], `--data=${data}`, ...ports_, ...args.slice(1)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_lifecycle_event: '' },
    },
  );
  let output = '';
  const waiting = new Set();
  const more = chunk => {
    output += chunk;
    for (const check of waiting) check();
  };
  child.stdout.on('data', more);
  child.stderr.on('data', more);
  const ended = new Promise(resolve =>
    child.on('close', status => resolve({ status, output })),
  );
  const until = text =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (!output.includes(text)) return;
        waiting.delete(check);
        resolve(output);
      };
      waiting.add(check);
      check();
      ended.then(() =>
        reject(new Error(`ended without "${text}":\n${output}`)),
      );
    });
  return { child, ended, until };
}

/** The processes whose command line names our data folder, other than ourselves. */
function processes(pattern = '') {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(pid => {
      try {
        const text = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        const ours =
          text.includes(data) || environment.includes(`O8_DATA=${data}\0`);
        return ours && text.includes(pattern);
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function nobodyLeft() {
  for (let attempt = 0; attempt < 100 && processes().length; attempt++) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return processes();
}

const options = { skip, timeout: 300_000 };

test(
  'a start ends with the address and who to sign in as',
  options,
  async () => {
    const portal = command('start');
    const output = await portal.until('Ctrl-C ends everything');
    assert.match(output, new RegExp(`http://localhost:${ports + 8}`));
    assert.match(output, /press Enter on the page: you are John Doe/);
    const page = await fetch(`http://127.0.0.1:${ports + 8}/`);
    assert.equal(page.status, 200);

    const signIn = path.join(data, 'cli.json');
    assert.equal(statSync(signIn).mode & 0o777, 0o600);
    const { url, token } = JSON.parse(readFileSync(signIn, 'utf8'));
    const headers = { authorization: `Bearer ${token}` };
    const entities = await fetch(`${url}/api/catalog/entities?limit=1`, {
      headers,
    });
    assert.equal(entities.status, 200);

    const second = await command('start').ended;
    assert.equal(second.status, 1);
    assert.match(second.output, /is running already \(process \d+\)/);
    const reset = await command('reset').ended;
    assert.match(reset.output, /The portal is running/);

    const [killed] = processes('packages/backend');
    process.kill(killed, 'SIGKILL');
    await portal.until('the portal is back');
    assert.notEqual(processes('packages/backend')[0], killed);

    portal.child.kill('SIGINT');
    assert.equal((await portal.ended).status, 0);
    assert.deepEqual(await nobodyLeft(), []);
  },
);

test(
  'a second start finds its state and is ready within 30 seconds',
  options,
  async () => {
    const began = Date.now();
    const portal = command('start');
    await portal.until('Ctrl-C ends everything');
    const seconds = (Date.now() - began) / 1000;
    assert.ok(seconds <= 30, `it took ${seconds} s`);

    portal.child.kill('SIGKILL');
    await portal.ended;
    assert.deepEqual(await nobodyLeft(), [], 'killed, it leaves no process');
  },
);

test('a reset clears what starts have made', options, async () => {
  assert.ok(existsSync(path.join(data, 'cluster')));
  const { status } = await command('reset').ended;
  assert.equal(status, 0);
  assert.equal(existsSync(path.join(data, 'cluster')), false);
  assert.equal(existsSync(path.join(data, 'db')), false);
});
