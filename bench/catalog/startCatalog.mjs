import { createServer } from 'node:net';
import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { loadCatalogModule } from './product.mjs';

/**
 * A real backend with the catalog alone in it.
 *
 * @param {{ side: 'ours' | 'anchor', folder: string, database: object, catalog?: object }} options
 * @returns its address, and the connection that the catalog itself uses
 */
export async function startCatalog({ side, folder, database, catalog = {} }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const files = join(folder, 'files');
  const backend = createBackend();
  let knex;
  const probe = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-probe',
    register: ({ registerInit }) =>
      registerInit({
        deps: { database: coreServices.database },
        init: async deps => {
          knex = await deps.database.getClient();
        },
      }),
  });
  const locations = [{ type: 'file', target: join(folder, 'org.yaml') }];
  if (side === 'anchor') {
    const target = join(files, '*/catalog-info.yaml');
    locations.push({ type: 'file', target });
  }
  const data = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database,
      auth: { dangerouslyDisableDefaultAuthPolicy: true },
    },
    catalog: {
      locations,
      rules: [{ allow: ['Module', 'Component', 'Group', 'User', 'Location'] }],
      // Rounds are begun by the benchmark.
      processingInterval: { hours: 24 },
      ...catalog,
    },
    orchestr8: { catalog: { sources: { bench: { folder: files } } } },
  };
  backend.add(mockServices.rootConfig.factory({ data }));
  backend.add(mockServices.rootLogger.factory({ level: 'error' }));
  backend.add(probe);
  backend.add(import('@backstage/plugin-catalog-backend'));
  if (side === 'ours') backend.add(await loadCatalogModule());
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await backend.start();
  return {
    ...{ url: `${url}/api/catalog`, knex, begun, cpu },
    stop: () => backend.stop(),
  };
}

async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}
