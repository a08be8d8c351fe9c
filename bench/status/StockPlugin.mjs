import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As in the release of Backstage that the portal is of. */
const VERSION = '0.21.11';
const MAIN = fileURLToPath(new URL('stockPlugin.mjs', import.meta.url));

/** The Kubernetes plugin of Backstage, in a process of its own. */
export class StockPlugin {
  #child;

  /** Installed into the cache by npm, once; started with the clusters of these files. */
  static async start({ cache, kubeconfigs, entity }) {
    const plugin = new StockPlugin();
    const folder = install(cache);
    plugin.#child = fork(MAIN, [folder], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    await plugin.ask('start', {
      entity,
      clusters: kubeconfigs.map((kubeconfig, at) => ({
        ...clusterOf(kubeconfig),
        name: `bench-${at}`,
      })),
    });
    return plugin;
  }

  /** What it answers to a verb of `stockPlugin.mjs`. */
  async ask(verb, asked = {}) {
    this.#child.send({ verb, ...asked });
    const [{ answer, error }] = await once(this.#child, 'message');
    if (error) throw new Error(`the stock plugin: ${error}`);
    return answer;
  }

  stop() {
    this.#child.disconnect();
  }
}

function install(cache) {
  const name = '@backstage/plugin-kubernetes-backend';
  const folder = join(cache, 'bench', `kubernetes-backend-${VERSION}`);
  if (!existsSync(join(folder, 'node_modules', name, 'package.json'))) {
    console.error('Installing the stock Kubernetes plugin (once) …');
    mkdirSync(folder, { recursive: true });
    execFileSync(
      'npm',
      [
        ...['install', '--prefix', folder, '--ignore-scripts'],
        ...['--no-audit', '--no-fund', `${name}@${VERSION}`],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }
  return folder;
}

/** A playground's cluster as the plugin's configuration names one. Pods' metrics, which the playground does not have, are not asked for. */
function clusterOf(kubeconfig) {
  const { clusters, users } = JSON.parse(readFileSync(kubeconfig, 'utf8'));
  return {
    url: clusters[0].cluster.server,
    caData: clusters[0].cluster['certificate-authority-data'],
    authProvider: 'serviceAccount',
    serviceAccountToken: users[0].user.token,
    skipMetricsLookup: true,
  };
}
