import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Reader } from './Reader.mjs';

const MAIN = fileURLToPath(new URL('serveLogs.mjs', import.meta.url));

/** The portal's route for logs, in a process of its own. */
export class Endpoint {
  #child;
  #port;

  static async start(kubeconfig, namespace) {
    const endpoint = new Endpoint();
    endpoint.#child = fork(MAIN, [kubeconfig, namespace], {
      execArgv: ['--expose-gc'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const [{ port }] = await once(endpoint.#child, 'message');
    endpoint.#port = port;
    return endpoint;
  }

  /** One of many readers: what each costs is not told apart. */
  open(query) {
    return Reader.ofEndpoint(this.#port, query);
  }

  async read(query) {
    const before = (await this.usage()).cpuMs;
    const reader = this.open(query);
    reader.cpuMs = async () => (await this.usage()).cpuMs - before;
    return reader;
  }

  /** `bytes` of heap and buffers after a collection, `cpuMs` so far, logs that are being `followed`. */
  async usage() {
    this.#child.send({});
    const [usage] = await once(this.#child, 'message');
    return usage;
  }

  stop() {
    this.#child.disconnect();
  }
}
