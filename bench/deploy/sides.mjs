import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeChart } from './helmChart.mjs';
import { moduleFiles, writeModule } from './modules.mjs';

const O8 = fileURLToPath(new URL('../../packages/o8/bin/o8', import.meta.url));

/**
 * The three ways of bringing the same objects to the cluster. Each side makes
 * targets, `prepare`s one for a content, which is not timed, and `deploy`s it.
 */
export class Sides {
  #world;

  /** `{ product, engine, cluster, client, signIn, home, helm, kubeconfig, replicas }` */
  constructor(world) {
    this.#world = world;
  }

  /** The warm portal: from the request for a plan to the event that the deployment ended. */
  service(module) {
    const { client, product, home } = this.#world;
    return {
      name: 'service',
      agent: /^orchestr8/,
      prepare: async greeting => this.#write(home, module, greeting),
      /** `onStage` hears of each of its two ends: `plan` is there, `ask` was answered. */
      async deploy(onStage = () => {}) {
        const plan = await client.makePlan(module, { environment: 'dev' });
        onStage('plan');
        const { id } = await client.deploy({ plan: plan.hash });
        onStage('ask');
        const watching = new AbortController();
        const events = client.watchDeployment(id, { signal: watching.signal });
        for await (const { deployment } of events) {
          if (!product.isTerminal(deployment.state)) continue;
          if (deployment.state === 'succeeded') return;
          throw new Error(`${module}: ${deployment.message}`);
        }
        throw new Error(`${module}: the events broke off`);
      },
    };
  }

  /** A process of `o8` from its start to its end, which uploads a folder to that portal. */
  cli(module) {
    const { home, signIn } = this.#world;
    const folders = join(home, '..', 'folders');
    const o8 = (verb, ...options) =>
      run(
        process.execPath,
        [
          ...[O8, 'module', verb, join(folders, module)],
          ...['--environment', 'dev', ...options],
        ],
        { ...process.env, O8_URL: signIn.url, O8_TOKEN: signIn.token },
      );
    return {
      name: 'cli',
      agent: /^orchestr8/,
      prepare: async greeting => this.#write(folders, module, greeting),
      /** Lets the portal know the module; nothing is deployed. */
      register: () => o8('plan'),
      deploy: () => o8('deploy', '--yes'),
    };
  }

  /** A process of `helm upgrade --install --wait` with the same objects as a chart. */
  helm(namespace) {
    const { home, helm, kubeconfig } = this.#world;
    const folder = join(home, '..', 'charts', namespace);
    const args = ['upgrade', '--install', 'bench', folder, '--wait'];
    return {
      name: 'helm',
      agent: /^Helm/,
      prepare: async greeting => {
        writeChart(folder, await this.#manifests(namespace, greeting));
      },
      deploy: () =>
        run(helm, [...args, '--namespace', namespace, '--create-namespace'], {
          ...process.env,
          KUBECONFIG: kubeconfig,
        }),
    };
  }

  #write(home, module, greeting) {
    const { product, replicas } = this.#world;
    const options = { replicas, greeting };
    writeModule(home, module, moduleFiles(product, module, options));
  }

  /** What the portal would apply there. */
  async #manifests(namespace, greeting) {
    const { product, engine, cluster, replicas } = this.#world;
    const files = moduleFiles(product, namespace, { replicas, greeting });
    const encoder = new TextEncoder();
    const { manifests } = await engine.plan(
      product.planInput(
        new Map([...files].map(([path, text]) => [path, encoder.encode(text)])),
        cluster,
        { environment: product.testEnvironment('dev', namespace) },
      ),
    );
    return manifests;
  }
}

async function run(command, args, env) {
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${said}`);
}
