// The portal's own route for logs in a process of its own, as it is but for who
// may read, which is everybody. Tells its port, and when asked what it has used.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compiled } from '../cluster/product.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const BACKEND = join(ROOT, 'plugins/orchestr8-backend/src');
const ENTRY = `
export { logRoutes } from '${BACKEND}/router/logRoutes.ts';
export { Clusters } from '${BACKEND}/services/Clusters.ts';
export { Logs } from '${BACKEND}/services/Logs.ts';
`;

const [kubeconfig, namespace] = process.argv.slice(2);
const express = createRequire(join(BACKEND, 'index.ts'))('express');
const { Clusters, Logs, logRoutes } = await compiled(ENTRY, BACKEND);
const clusters = new Clusters([{ name: 'bench', kubeconfig }]);
const app = express();
logRoutes(app, {
  access: { caller: async () => ({}), demand: async () => {} },
  catalog: { get: async name => ({ name }) },
  environments: { get: () => ({ cluster: 'bench', namespace }) },
  logs: new Logs(clusters),
});
const server = app.listen(0, '127.0.0.1', () =>
  process.send({ port: server.address().port }),
);
process.on('message', () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send({
    bytes: heapUsed + external,
    cpuMs: (user + system) / 1000,
    followed: clusters.logs('bench').size,
  });
});
process.on('disconnect', () => process.exit());
