import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Kubelet } from './Kubelet.mjs';
import { Metrics } from './Metrics.mjs';
import { ObjectWatch } from './ObjectWatch.mjs';
import { Prometheus, which } from './Prometheus.mjs';

/** What simulated Pods would do if they ran: write logs, expose metrics, be watched by a Prometheus. */
export class Simulation {
  #options;
  #stoppable = [];

  constructor({ client, data, ports, processes, prometheus }) {
    this.#options = { client, data, ports, processes, prometheus };
  }

  /** Absent where the machine has no Prometheus, or none is wanted. */
  prometheusUrl;

  async start() {
    const { data, ports, processes, prometheus: wanted } = this.#options;
    const [pods, namespaces, deployments, statefulSets, rules] =
      await Promise.all(
        [
          '/api/v1/pods',
          '/api/v1/namespaces',
          '/apis/apps/v1/deployments',
          '/apis/apps/v1/statefulsets',
          '/apis/monitoring.coreos.com/v1/prometheusrules',
        ].map(url => this.#watch(url)),
      );

    const certificates = path.join(data, 'certificates');
    const kubelet = new Kubelet({
      pods,
      namespaces,
      key: readFileSync(path.join(certificates, 'apiserver.key')),
      cert: readFileSync(path.join(certificates, 'apiserver.crt')),
    });
    await kubelet.listen(ports.kubelet);
    this.#stoppable.push(() => kubelet.close());

    const metrics = new Metrics({
      pods,
      namespaces,
      deployments,
      statefulSets,
    });
    await metrics.listen(ports.metrics);
    this.#stoppable.push(() => metrics.close());

    if (wanted && which('prometheus')) {
      const prometheus = new Prometheus({ data, ports, processes, rules });
      prometheus.start();
      this.prometheusUrl = prometheus.url;
      this.#stoppable.push(() => prometheus.stop());
    }
  }

  stop() {
    for (const stop of this.#stoppable) stop();
  }

  async #watch(url) {
    const watch = new ObjectWatch(this.#options.client, url);
    this.#stoppable.push(() => watch.stop());
    await watch.start();
    return watch;
  }
}
