import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Supervised } from './Supervised.mjs';

/** The playground as a supervised child; its data lies in `cluster/` of the data folder. */
export class LocalCluster {
  #process;
  #data;

  /**
   * `auditLog`: file to which the API server writes every request; absent: none.
   * `prometheus`: whether one evaluates the cluster's rules, where the machine has it.
   */
  constructor({
    settings,
    tools,
    binary,
    auditLog,
    prometheus = true,
    onFailure,
  }) {
    this.#data = path.join(settings.data, 'cluster');
    this.#process = new Supervised({
      name: 'the local cluster',
      command: tools.node,
      args: [
        path.join(settings.root, 'tools', 'playground', 'playground.mjs'),
        'start',
        `--data=${this.#data}`,
        `--port=${settings.playgroundPort}`,
        `--cache=${settings.cache}`,
        `--binary=${binary}`,
        ...(auditLog ? [`--audit-log=${auditLog}`] : []),
        ...(prometheus ? [] : ['--without-prometheus']),
      ],
      cwd: settings.root,
      env: { ...tools.env, PLAYGROUND_WATCH_STDIN: '1' },
      logFile: path.join(settings.data, 'logs', 'cluster.log'),
      isReady: line => line.trim() === 'ready',
      onFailure,
    });
  }

  /** Resolves with where it is. */
  async start() {
    await this.#process.start();
    const endpoints = JSON.parse(
      readFileSync(path.join(this.#data, 'endpoints.json'), 'utf8'),
    );
    return { ...endpoints, simulated: true };
  }

  stop() {
    return this.#process.stop(15_000);
  }
}
