// The state of a module for many viewers: our shared watches beside the stock
// Kubernetes plugin itself, which lists each of its default kinds anew for each
// viewer, every ten seconds. Requests, time until a viewer sees a state, time
// until a change is seen, and the memory of many watched objects. Each cluster is
// a control plane of its own, of about 0.7 GB. Not asserted.
// Usage: node bench/status.mjs [--clusters 10] [--viewers 50] [--seconds 30] [--rounds 3] [--objects 50000] [--kubectl PATH]
import { subscribe } from 'node:diagnostics_channel';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { settingsFrom } from '../tools/bootstrap/settings.mjs';
import { benchPods } from './cluster/benchPods.mjs';
import { loadEngine, spread } from './cluster/product.mjs';
import { startClusters } from './cluster/startClusters.mjs';
import { StockPlugin } from './status/StockPlugin.mjs';
import { weigh } from './status/weigh.mjs';

const { values } = parseArgs({
  options: {
    clusters: { type: 'string', default: '10' },
    viewers: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '3' },
    objects: { type: 'string', default: '50000' },
    kubectl: { type: 'string', default: process.env.O8_KUBECTL ?? 'kubectl' },
  },
});
const [clusters, viewers, seconds, rounds, objects] = [
  values.clusters,
  values.viewers,
  values.seconds,
  values.rounds,
  values.objects,
].map(Number);

/** Of the stock plugin's page, milliseconds. */
const STOCK_INTERVAL = 10_000;
const { cache } = settingsFrom({});

const product = await loadEngine();
const namespace = `o8-bench-status-${Date.now().toString(36)}`;
const module = 'watched';
let requests = 0;
subscribe('undici:request:create', () => {
  requests += 1;
});
const observed = { module, environment: 'bench', namespace };
const data = await mkdtemp(join(tmpdir(), 'o8-bench-'));
const { kubeconfigs, stop } = await startClusters(data, clusters);
const connections = kubeconfigs.map((kubeconfig, at) =>
  product.connectCluster({ name: `bench-${at}`, kubeconfig }),
);
let stock;
try {
  for (const [at, cluster] of connections.entries()) {
    await bring(cluster, kubeconfigs[at]);
  }
  // The way there, and its kinds, are known to both.
  await Promise.all(connections.map(cluster => cluster.capabilities()));
  stock = await StockPlugin.start({
    ...{ cache, kubeconfigs },
    entity: {
      metadata: {
        name: module,
        annotations: {
          'backstage.io/kubernetes-namespace': namespace,
          'backstage.io/kubernetes-label-selector': `app=${module}`,
        },
      },
    },
  });
  await compareViewers();
} finally {
  stock?.stop();
  await Promise.all(connections.map(cluster => cluster.close()));
  await stop();
  rmSync(data, { recursive: true });
}
await weigh(product, objects);

/** Three pods of the module, and the inventory that a deployment leaves behind. */
async function bring(cluster, kubeconfig) {
  await benchPods(cluster, {
    ...{ namespace, module, replicas: 3 },
    ...{ kubectl: values.kubectl, kubeconfig },
  });
  await cluster.apply(
    product.inventoryObject(namespace, {
      ...observed,
      ...{ version: '1.0.0', release: 'sha256:bench', deployment: 'bench' },
      ...{ since: new Date().toISOString(), state: 'complete' },
      objects: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: module, namespace },
      ],
    }),
  );
}

async function compareViewers() {
  const watches = connections.map(
    cluster => new product.SharedWatches(cluster),
  );
  // One look at the module on every cluster.
  const look = () =>
    Promise.all(
      connections.map((cluster, i) =>
        product.observeModule(
          { ...observed, cluster },
          { watches: watches[i] },
        ),
      ),
    );
  const found = { ours: [], stock: [] };
  const asked = { ours: 0, stock: 0 };
  /** Looks of the stock plugin of which the API server dropped a request. */
  let incomplete = 0;
  const sides = {
    async ours() {
      requests = 0;
      await Promise.all(
        Array.from({ length: viewers }, async () => {
          const from = performance.now();
          await look();
          found.ours.push(performance.now() - from);
        }),
      );
      asked.ours += requests;
    },
    async stock() {
      const seen = await stock.ask('lookAtOnce', { viewers });
      if (seen.objects === 0) throw new Error('the stock plugin finds nothing');
      found.stock.push(...seen.times);
      asked.stock += seen.requests;
      incomplete += seen.incomplete;
    },
  };
  for (let round = 0; round < rounds; round++) {
    const order = Object.values(sides);
    if (round % 2) order.reverse();
    for (const side of order) await side();
  }
  for (const [name, figures] of Object.entries(found)) {
    const { median, p99 } = spread(figures);
    console.log(
      `${name.padEnd(
        5,
      )} ${viewers} viewers of one module on ${clusters} API servers, ${rounds} looks each: p50 ${median.toFixed(
        1,
      )} ms, p99 ${p99.toFixed(1)} ms, ${asked[name]} requests`,
    );
  }
  const ratio = spread(found.ours).median / spread(found.stock).median;
  console.log(`ratio of p50: ${ratio.toFixed(3)}`);
  requests = 0;
  await delay(seconds * 1000);
  const quiet = requests;
  const polled = await stock.ask('keepOpen', { viewers, seconds });
  console.log(
    `looks of the stock plugin that lack something, for the API server dropped requests: ${incomplete}`,
  );
  console.log(
    `held open for ${seconds} s: ours ${quiet} requests, stock ${polled.requests} (${polled.incomplete} looks lack something)`,
  );
  await compareNews(watches[0]);
  watches.forEach(one => one.close());
}

/** From a change in the cluster to a viewer's page; a poll is as late as half its interval, on average. */
async function compareNews(watches) {
  const lags = [];
  for (let round = 0; round < rounds; round++) {
    const stop = new AbortController();
    const replicas = round % 2 ? 3 : 2;
    let from;
    for await (const now of product.watchObservation(observed, {
      watches,
      signal: stop.signal,
    })) {
      if (from === undefined) {
        from = performance.now();
        await scale(connections[0], replicas);
      } else if (now.replicas.desired === replicas) {
        lags.push(performance.now() - from);
        stop.abort();
      }
    }
  }
  const { median, p99 } = spread(lags);
  console.log(
    `a change is seen after p50 ${median.toFixed(0)} ms, p99 ${p99.toFixed(
      0,
    )} ms; by polling after ${STOCK_INTERVAL / 2} ms on average`,
  );
}

async function scale(cluster, replicas) {
  const kind = { apiVersion: 'apps/v1', kind: 'Deployment' };
  const live = await cluster.get({ ...kind, name: module, namespace });
  await cluster.apply({
    ...kind,
    metadata: { name: module, namespace, labels: live.metadata.labels },
    spec: {
      replicas,
      selector: live.spec.selector,
      template: live.spec.template,
    },
  });
}
