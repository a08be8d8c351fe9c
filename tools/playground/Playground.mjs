import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';

import { componentArguments, portsFrom } from './components.mjs';
import {
  ensureCredentials,
  writeKubeconfig,
  writePrivately,
} from './credentials.mjs';
import {
  installDefinitions,
  installPreparation,
  installSimulation,
  nodesReady,
  until,
} from './install.mjs';
import { KubeClient } from './KubeClient.mjs';
import { Processes } from './Processes.mjs';
import { Simulation } from './Simulation.mjs';

/** A control plane, its simulated nodes and what watches them, in one data folder. */
export class Playground {
  #options;
  #processes;
  #simulation;

  /**
   * `{ data, cache, binary, port, kubeconfigOut?, auditLog?, prometheus, onFailure }`;
   * `onFailure(message)` is called once nothing can be saved any more.
   */
  constructor({ onFailure, ...options }) {
    this.#options = options;
    const { binary, data } = options;
    this.#processes = new Processes({ binary, data, onFailure });
  }

  async start() {
    const { data, cache, binary, kubeconfigOut, port, auditLog, prometheus } =
      this.#options;
    try {
      accessSync(binary, constants.X_OK);
    } catch {
      throw new Error(
        `there is no control plane at ${binary}; "npm start" builds it, or "go build" in tools/playground`,
      );
    }
    mkdirSync(data, { recursive: true, mode: 0o700 });
    this.#processes.endLeftovers();

    const ports = portsFrom(port);
    for (const [name, number] of Object.entries(ports))
      await assertFree(name, number);
    const credentials = ensureCredentials(path.join(data, 'credentials'));
    const kubeconfig = path.join(data, 'kubeconfig');
    const args = componentArguments({
      data,
      ports,
      credentials,
      kubeconfig,
      auditLog,
    });

    this.#processes.start('etcd', args.etcd);
    this.#processes.start('kube-apiserver', args['kube-apiserver']);
    const certificate = path.join(data, 'certificates', 'apiserver.crt');
    await until('the certificate of the API server', () =>
      existsSync(certificate),
    );
    const ca = readFileSync(certificate, 'utf8');
    const access = { port: ports.api, token: credentials.token, ca };
    writeKubeconfig(kubeconfig, access);
    if (kubeconfigOut) writeKubeconfig(kubeconfigOut, access);

    const client = new KubeClient(access);
    await until('the API server', () =>
      client.get('/readyz').then(
        text => text === 'ok',
        () => false,
      ),
    );
    this.#processes.start(
      'kube-controller-manager',
      args['kube-controller-manager'],
    );
    this.#processes.start('kube-scheduler', args['kube-scheduler']);
    await installDefinitions(client, { cache });
    await installPreparation(client);
    this.#simulation = new Simulation({
      client,
      data,
      ports,
      processes: this.#processes,
      prometheus,
    });
    await this.#simulation.start();
    await installSimulation(client, { kubeletPort: ports.kubelet });
    this.#processes.start('kwok', args.kwok);
    await nodesReady(client);

    writePrivately(
      path.join(data, 'endpoints.json'),
      `${JSON.stringify(
        {
          kubeconfig: kubeconfigOut ?? kubeconfig,
          context: 'orchestr8-playground',
          server: `https://127.0.0.1:${ports.api}`,
          prometheusUrl: this.#simulation.prometheusUrl ?? null,
        },
        null,
        2,
      )}\n`,
    );
  }

  async stop() {
    this.#simulation?.stop();
    await this.#processes.stop();
  }
}

function assertFree(name, port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', error =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `port ${port} (${name}) is in use: end what holds it, or choose another --port`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => server.close(resolve));
  });
}
