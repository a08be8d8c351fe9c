// Logs beside `kubectl logs`: one pod's long log, many pods' logs merged, and
// what is written from now on. Lines a second, lag and lost lines; nothing is asserted.
// Usage: node bench/logs.mjs [--rounds 10] [--pods 50] [--follow 15] [--kubeconfig PATH] [--kubectl PATH]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { benchPods } from './cluster/benchPods.mjs';
import { loadEngine, spread } from './cluster/product.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    pods: { type: 'string', default: '50' },
    follow: { type: 'string', default: '15' },
    kubeconfig: { type: 'string', default: process.env.O8_TEST_KUBECONFIG },
    kubectl: { type: 'string', default: process.env.O8_KUBECTL ?? 'kubectl' },
  },
});
const [rounds, pods, follow] = [values.rounds, values.pods, values.follow].map(
  Number,
);
const { kubeconfig, kubectl } = values;
const product = await loadEngine();
const cluster = product.connectCluster({ name: 'bench', kubeconfig });
const namespace = `o8-bench-logs-${Date.now().toString(36)}`;
const module = 'talkative';
let clear = () => {};
try {
  clear = await benchPods(cluster, {
    ...{ namespace, module, replicas: pods, kubectl, kubeconfig },
  });
  const [{ metadata }] = await cluster.list(
    { apiVersion: 'v1', kind: 'Pod' },
    { namespace },
  );
  await compare('one pod, its last 5,000 lines', {
    ours: () => readOurs({ tail: 5000, pod: metadata.name }),
    kubectl: () => readTheirs([metadata.name, '--tail=5000']),
  });
  await compare(`${pods} pods, their last lines`, {
    ours: () => readOurs({ tail: 200 * pods }),
    kubectl: () =>
      readTheirs([
        ...['-l', `app=${module}`, '--tail=200', '--prefix'],
        `--max-log-requests=${pods}`,
      ]),
  });
  await compareFollowing(metadata.name);
} finally {
  await clear();
  await cluster.close();
}

/** Both in turn: how long, and how many lines. */
async function compare(what, sides) {
  const found = { ours: [], kubectl: [] };
  for (let round = -1; round < rounds; round++) {
    const order = Object.entries(sides);
    if (round % 2) order.reverse();
    for (const [name, read] of order) {
      const from = performance.now();
      const lines = await read();
      if (round >= 0) found[name].push({ ms: performance.now() - from, lines });
    }
  }
  const [ours, theirs] = ['ours', 'kubectl'].map(side => {
    const ms = spread(found[side].map(one => one.ms)).median;
    const lines = spread(found[side].map(one => one.lines)).median;
    return { ms, lines, rate: (lines / ms) * 1000 };
  });
  const told = ({ ms, lines, rate }) =>
    `${ms.toFixed(0)} ms for ${lines} lines (${rate.toFixed(0)}/s)`;
  console.log(
    `${what}: ours ${told(ours)}, kubectl ${told(theirs)}, ratio of rates ${(
      ours.rate / theirs.rate
    ).toFixed(2)}`,
  );
}

async function readOurs(query) {
  let lines = 0;
  const { signal } = new AbortController();
  const log = product.streamLogs({
    ...{ cluster, namespace, module, signal },
    ...query,
  });
  for await (const entry of log) if ('text' in entry) lines += 1;
  return lines;
}

async function readTheirs(args) {
  let lines = 0;
  const child = kubectlLogs(args);
  child.stdout.on('data', chunk => {
    for (const byte of chunk) if (byte === 10) lines += 1;
  });
  await once(child, 'close');
  return lines;
}

function kubectlLogs(args) {
  return spawn(
    kubectl,
    [
      ...['logs', '-n', namespace, '--timestamps', ...args],
      `--kubeconfig=${kubeconfig}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

/** The same lines by both ways at the same time: how late, and which are lost. */
async function compareFollowing(pod) {
  const seen = { ours: new Map(), kubectl: new Map() };
  const note = (side, time, text) => {
    const lag = Date.now() - Date.parse(time);
    seen[side].set(`${time} ${text}`, { lag, at: Date.parse(time) });
  };
  const stop = new AbortController();
  const child = kubectlLogs([pod, '--follow', '--tail=0']);
  createInterface({ input: child.stdout }).on('line', line => {
    const [time, ...rest] = line.split(' ');
    note('kubectl', time, rest.join(' '));
  });
  const ours = (async () => {
    const log = product.streamLogs({
      ...{ cluster, namespace, module, pod, signal: stop.signal },
      ...{ follow: true, tail: 0 },
    });
    for await (const entry of log) {
      if ('text' in entry) note('ours', entry.time, entry.text);
    }
  })();
  const begun = Date.now();
  await delay(follow * 1000);
  const until = Date.now() - 2000;
  stop.abort();
  child.kill();
  await ours;
  // Both were surely there from two seconds after the start to two before the end.
  const within = side =>
    [...seen[side]].filter(([, { at }]) => at > begun + 2000 && at < until);
  const lost = (of, by) =>
    within(by).filter(([line]) => !seen[of].has(line)).length;
  const lag = side => {
    const { median, p99 } = spread(within(side).map(([, one]) => one.lag));
    return `${within(side).length} lines, lag p50 ${median} ms, p99 ${p99} ms`;
  };
  console.log(
    `followed for ${follow} s: ours ${lag('ours')}, lost ${lost(
      'ours',
      'kubectl',
    )}; kubectl ${lag('kubectl')}, lost ${lost('kubectl', 'ours')}`,
  );
}
