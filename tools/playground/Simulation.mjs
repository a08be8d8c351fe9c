import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Kubelet } from './Kubelet.mjs';
import { ObjectWatch } from './ObjectWatch.mjs';

/** What simulated Pods would do if they ran: write logs, expose metrics, be watched by a Prometheus. */
export class Simulation {
  #options;
  #watches = [];
  #servers = [];
  prometheusUrl;

  constructor({ client, data, ports, processes }) {
    this.#options = { client, data, ports, processes };
  }

  async start() {
    const { client, data, ports } = this.#options;
    const pods = await this.#watch('/api/v1/pods');
    const certificates = path.join(data, 'certificates');
    const kubelet = new Kubelet({
      pods,
      key: readFileSync(path.join(certificates, 'apiserver.key')),
      cert: readFileSync(path.join(certificates, 'apiserver.crt')),
    });
    await kubelet.listen(ports.kubelet);
    this.#servers.push(kubelet);
    void client;
  }

  stop() {
    for (const watch of this.#watches) watch.stop();
    for (const server of this.#servers) server.close();
  }

  async #watch(url) {
    const watch = new ObjectWatch(this.#options.client, url);
    this.#watches.push(watch);
    await watch.start();
    return watch;
  }
}
