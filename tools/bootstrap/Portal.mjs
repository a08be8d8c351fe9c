import { existsSync, mkdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { Friendly } from './Friendly.mjs';
import { Supervised } from './Supervised.mjs';

const PATIENCE = 120_000;

/** The portal: one supervised Node process that runs a production build. */
export class Portal {
  #process;

  constructor({
    settings,
    tools,
    build,
    renderer,
    cluster,
    secrets,
    onFailure,
    env = {},
  }) {
    const { root, data, port, cache } = settings;
    mkdirSync(path.join(data, 'db'), { recursive: true });
    mkdirSync(path.join(data, 'modules'), { recursive: true });
    const configs = ['app-config.yaml', 'app-config.local.yaml']
      .map(name => path.join(root, name))
      .filter(file => existsSync(file));
    const preload = pathToFileURL(
      path.join(root, 'tools', 'bootstrap', 'endWithInput.mjs'),
    ).href;
    this.url = `http://localhost:${port}`;
    this.#process = new Supervised({
      name: 'the portal',
      command: tools.node,
      args: [
        `--import=${preload}`,
        path.join(build, 'packages', 'backend'),
        ...configs.flatMap(file => ['--config', file]),
      ],
      cwd: root,
      env: {
        ...tools.env,
        NODE_ENV: 'production',
        NODE_COMPILE_CACHE: path.join(cache, 'compiled'),
        O8_HOME: root,
        O8_DATA: data,
        O8_PORT: String(port),
        O8_APP_PORT: String(port),
        O8_RENDERER: renderer,
        O8_KUBECONFIG: cluster.kubeconfig,
        O8_CONTEXT: cluster.context,
        O8_SIMULATED: String(cluster.simulated),
        O8_PROMETHEUS_URL: cluster.prometheusUrl ?? '',
        ...secrets,
        ...env,
      },
      logFile: path.join(data, 'logs', 'portal.log'),
      untilReady: isAlive => this.#untilReady(isAlive),
      onFailure,
    });
  }

  get pid() {
    return this.#process.pid;
  }

  start() {
    return this.#process.start();
  }

  stop() {
    return this.#process.stop();
  }

  /** Ready means that the backend says so and the page is served. */
  async #untilReady(isAlive) {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline && isAlive()) {
      if (
        (await status(`${this.url}/.backstage/health/v1/readiness`)) === 200 &&
        (await status(this.url)) === 200
      )
        return;
      await pause(200);
    }
    throw new Friendly(
      `The portal did not answer at ${this.url} within ${PATIENCE / 1000} s.`,
    );
  }
}

function status(url) {
  return new Promise(resolve => {
    const request = http.get(
      url.replace('localhost', '127.0.0.1'),
      { timeout: 5000 },
      response => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}
