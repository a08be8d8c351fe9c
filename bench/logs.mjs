// The portal's route for logs beside `kubectl logs -f` and stern: a long log read
// to its end and lines as they are written, of one pod and of many; many viewers
// of one pod; viewers that do not read. Nothing is asserted.
// Usage: node bench/logs.mjs [--rounds 5] [--pods 50] [--follow 15] [--viewers 200]
//   [--only whole,live,viewers,slow] [--kubeconfig PATH] [--kubectl PATH] [--stern PATH]
import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadEngine } from './cluster/product.mjs';
import { Endpoint } from './logs/Endpoint.mjs';
import { compareLive } from './logs/compareLive.mjs';
import { compareWhole } from './logs/compareWhole.mjs';
import { Sides } from './logs/Sides.mjs';
import { buildStern } from './logs/stern.mjs';
import { measureSlow, measureViewers } from './logs/viewers.mjs';
import { writingPods } from './logs/writingPods.mjs';

const cache =
  process.env.O8_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'orchestr8');
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    pods: { type: 'string', default: '50' },
    follow: { type: 'string', default: '15' },
    viewers: { type: 'string', default: '200' },
    only: { type: 'string', default: 'whole,live,viewers,slow' },
    kubeconfig: { type: 'string', default: process.env.O8_TEST_KUBECONFIG },
    kubectl: { type: 'string', default: process.env.O8_KUBECTL ?? 'kubectl' },
    stern: { type: 'string' },
  },
});
const [rounds, count, seconds, viewers] = [
  ...[values.rounds, values.pods, values.follow, values.viewers],
].map(Number);
const { kubeconfig, kubectl } = values;
const wanted = values.only.split(',');
const stern = values.stern ?? buildStern(cache);
const product = await loadEngine();
const cluster = product.connectCluster({ name: 'bench', kubeconfig });
const namespace = `o8-bench-logs-${Date.now().toString(36)}`;
const space = { apiVersion: 'v1', kind: 'Namespace' };
await cluster.apply({ ...space, metadata: { name: namespace } });
const endpoint = await Endpoint.start(kubeconfig, namespace);
const sides = new Sides({ endpoint, namespace, kubeconfig, kubectl, stern });
const pods = (name, options) =>
  writingPods(cluster, { namespace, name, ...options });
try {
  if (wanted.includes('whole')) {
    const one = await pods('long', { count: 1, perSecond: 20_000 });
    await delay(20_000);
    await compareWhole('one pod', {
      pods: one,
      rounds,
      sides: sides.ofOne('long-0'),
    });
    await one.remove();
    const many = await pods('many', { count, perSecond: 200 });
    await delay(20_000);
    await compareWhole(`${count} pods`, {
      pods: many,
      rounds,
      sides: sides.ofMany(),
    });
    await many.remove();
  }
  if (wanted.includes('live')) {
    for (const perSecond of [20, 2_000, 10_000]) {
      const name = `one-at-${perSecond}`;
      const one = await pods(name, { count: 1, perSecond });
      const what = `one pod, ${perSecond} lines a second`;
      await compareLive(what, { seconds, sides: sides.ofOne(`${name}-0`) });
      await one.remove();
    }
    for (const perSecond of [1, 20, 100]) {
      const many = await pods(`some-at-${perSecond}`, { count, perSecond });
      const what = `${count} pods, ${
        perSecond * count
      } lines a second together`;
      await compareLive(what, { seconds, sides: sides.ofMany() });
      await many.remove();
    }
  }
  if (wanted.includes('viewers')) {
    const one = await pods('watched', { count: 1, perSecond: 100 });
    await measureViewers(endpoint, { viewers, seconds, openLogs });
    await one.remove();
  }
  if (wanted.includes('slow')) {
    const one = await pods('flood', { count: 1, perSecond: 20_000 });
    await measureSlow(endpoint, { viewers: 20, seconds });
    await one.remove();
  }
} finally {
  endpoint.stop();
  await cluster.delete({ ...space, name: namespace });
  await cluster.close();
}

/** Log streams that the API server has open, by its own metrics. */
function openLogs() {
  const metrics = execFileSync(
    kubectl,
    ['get', '--raw', '/metrics', `--kubeconfig=${kubeconfig}`],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const counts = metrics.matchAll(
    /^apiserver_longrunning_requests\{[^}]*subresource="log"[^}]*\} (\d+)/gm,
  );
  return [...counts].reduce((sum, [, open]) => sum + Number(open), 0);
}
