import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalCluster } from '../../tools/bootstrap/LocalCluster.mjs';
import { freePorts } from '../../tools/bootstrap/machine.mjs';
import { Portal } from '../../tools/bootstrap/Portal.mjs';
import { prepare } from '../../tools/bootstrap/prepare.mjs';
import { ensureSecrets } from '../../tools/bootstrap/secrets.mjs';
import { settingsFrom } from '../../tools/bootstrap/settings.mjs';
import { Steps } from '../../tools/bootstrap/Steps.mjs';

const KNOWN_WITHIN = 600_000;

/**
 * A portal and a control plane of their own, as `npm start` starts them, with
 * a log of every request to the API server. `data` holds `modules/`, which the
 * catalog takes in. `database`: as `backend.database`. `prometheus`: whether one
 * evaluates the rules of all modules.
 */
export async function startPortal(data, { database, prometheus }) {
  const port = await freePorts(23_443, 10);
  const settings = {
    ...settingsFrom({}),
    data,
    playgroundPort: port,
    port: port + 8,
  };
  const steps = new Steps(join(data, 'logs'));
  const { tools, build, renderer, playground } = await prepare({
    settings,
    steps,
    withPlayground: true,
  });
  const onFailure = error => {
    console.error(error.message);
    process.exit(1);
  };
  const auditLog = join(data, 'audit.log');
  const local = new LocalCluster({
    ...{ settings, tools, binary: playground, auditLog, prometheus, onFailure },
  });
  const cluster = await local.start();
  const secrets = ensureSecrets(data);
  const portal = new Portal({
    ...{ settings, tools, build, renderer, cluster, secrets, onFailure },
    env: { APP_CONFIG_backend_database: JSON.stringify(database) },
  });
  await portal.start();
  return {
    url: portal.url,
    token: secrets.O8_CLI_TOKEN,
    kubeconfig: cluster.kubeconfig,
    auditLog,
    renderer,
    async stop() {
      await portal.stop();
      await local.stop();
    },
  };
}

/** Resolves once the portal's catalog has taken all the modules in. */
export async function untilKnown(client, names) {
  const wanted = new Set(names);
  for (const end = Date.now() + KNOWN_WITHIN; ; await pause(500)) {
    const known = new Set((await client.listModules()).map(({ name }) => name));
    if ([...wanted].every(name => known.has(name))) return;
    if (Date.now() > end) {
      throw new Error(`the catalog knows ${known.size} of ${wanted.size}`);
    }
  }
}
