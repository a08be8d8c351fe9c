// The stock Kubernetes plugin in a process of its own: its own way from the
// configuration to the objects of an entity, which its HTTP route calls for each
// look of a viewer. It is asked by messages.
import { subscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How long its page waits from one answer to the next request. */
const INTERVAL = 10_000;

const [folder] = process.argv.slice(2);
const require = createRequire(join(folder, 'index.js'));
const home = join(folder, 'node_modules/@backstage/plugin-kubernetes-backend');
const { KubernetesInitializer } = require(join(
  home,
  'dist/service/KubernetesInitializer.cjs.js',
));
const { ConfigReader } = require('@backstage/config');

let requests = 0;
subscribe('http.client.request.start', () => {
  requests += 1;
});
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const logger = { ...silent, child: () => silent };
let provider;
let entity;

/** One look of one viewer. Answers milliseconds, the objects that were found, and the requests that failed. */
async function look() {
  const from = performance.now();
  const { items } = await provider.getKubernetesObjectsByEntity(
    { entity, auth: {} },
    { credentials: {} },
  );
  const found = items.flatMap(({ resources }) =>
    resources.flatMap(({ resources: some }) => some),
  );
  const failed = items.flatMap(({ errors }) => errors).length;
  return { ms: performance.now() - from, objects: found.length, failed };
}

const answers = {
  async start({ clusters, ...wanted }) {
    const config = new ConfigReader({
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [{ type: 'config', clusters }],
      },
    });
    const parts = { logger, config, catalog: {}, auth: {} };
    const { objectsProvider } = await KubernetesInitializer.create(
      parts,
    ).init();
    provider = objectsProvider;
    entity = wanted.entity;
  },
  async lookAtOnce({ viewers }) {
    const before = requests;
    const looks = await Promise.all(Array.from({ length: viewers }, look));
    return {
      times: looks.map(({ ms }) => ms),
      objects: Math.max(...looks.map(({ objects }) => objects)),
      incomplete: looks.filter(({ failed }) => failed > 0).length,
      requests: requests - before,
    };
  },
  /** As long as pages are open: each waits from its answer on. */
  async keepOpen({ viewers, seconds }) {
    const before = requests;
    let incomplete = 0;
    const until = Date.now() + seconds * 1000;
    const open = async at => {
      await delay((at * INTERVAL) / viewers);
      while (Date.now() < until) {
        const { failed } = await look();
        if (failed > 0) incomplete += 1;
        await delay(Math.min(INTERVAL, Math.max(0, until - Date.now())));
      }
    };
    await Promise.all(Array.from({ length: viewers }, (_, at) => open(at)));
    return { requests: requests - before, incomplete };
  },
};
process.on('message', async ({ verb, ...asked }) => {
  try {
    process.send({ answer: await answers[verb](asked) });
  } catch (error) {
    process.send({ error: String(error.stack) });
  }
});
process.on('disconnect', () => process.exit());
