import http from 'node:http';

import { quantity, stateOf } from './podState.mjs';
import { randomFor } from './randomFor.mjs';
import { trafficOf } from './traffic.mjs';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const HELP = {
  http_requests_total: 'counter',
  http_request_duration_seconds: 'histogram',
  container_cpu_usage_seconds_total: 'counter',
  container_memory_working_set_bytes: 'gauge',
  kube_deployment_spec_replicas: 'gauge',
  kube_deployment_status_replicas_ready: 'gauge',
  kube_deployment_status_replicas_available: 'gauge',
  kube_statefulset_replicas: 'gauge',
  kube_statefulset_status_replicas_ready: 'gauge',
  kube_pod_status_phase: 'gauge',
  kube_pod_container_status_restarts_total: 'counter',
  kube_pod_container_resource_limits: 'gauge',
  kube_pod_container_resource_requests: 'gauge',
};

/**
 * One page of metrics for the whole cluster: what the simulated Pods would
 * expose, and the series of cAdvisor and kube-state-metrics about them.
 */
export class Metrics {
  #watches;
  #counters = new Map();
  #server = http.createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/plain; version=0.0.4' })
      .end(this.text(Date.now()));
  });

  /** `watches`: ObjectWatches of pods, namespaces, deployments and statefulSets. */
  constructor(watches) {
    this.#watches = watches;
  }

  listen(port) {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections?.();
  }

  text(now) {
    const page = new Map(Object.keys(HELP).map(name => [name, []]));
    const add = (name, labels, value, suffix = '') => {
      const list = Object.entries(labels).map(
        ([key, text]) => `${key}=${JSON.stringify(String(text))}`,
      );
      page.get(name).push(`${name}${suffix}{${list.join(',')}} ${value}`);
    };
    const pods = this.#watches.pods.values();
    for (const pod of pods) {
      stateOf(pod, add);
      if (isRunning(pod)) this.#usage(pod, { now, add });
    }
    for (const item of this.#watches.deployments.values()) {
      const labels = {
        namespace: item.metadata.namespace,
        deployment: item.metadata.name,
      };
      add('kube_deployment_spec_replicas', labels, item.spec.replicas ?? 1);
      add(
        'kube_deployment_status_replicas_ready',
        labels,
        item.status?.readyReplicas ?? 0,
      );
      add(
        'kube_deployment_status_replicas_available',
        labels,
        item.status?.availableReplicas ?? 0,
      );
    }
    for (const item of this.#watches.statefulSets.values()) {
      const labels = {
        namespace: item.metadata.namespace,
        statefulset: item.metadata.name,
      };
      add('kube_statefulset_replicas', labels, item.spec.replicas ?? 1);
      add(
        'kube_statefulset_status_replicas_ready',
        labels,
        item.status?.readyReplicas ?? 0,
      );
    }
    const alive = new Set(pods.map(pod => pod.metadata.uid));
    for (const uid of this.#counters.keys())
      if (!alive.has(uid)) this.#counters.delete(uid);
    return [...page]
      .map(
        ([name, lines]) =>
          `# TYPE ${name} ${HELP[name]}\n${lines.join('\n')}\n`,
      )
      .join('');
  }

  /** Counters grow with the time that has passed since they were last read, so a changed rate shows at once. */
  #usage(pod, { now, add }) {
    const { uid, namespace, name, labels = {} } = pod.metadata;
    const traffic = trafficOf(
      pod,
      this.#watches.namespaces.find('', namespace),
    );
    const counter = this.#counters.get(uid) ?? start(pod, now);
    const passed = Math.max(0, now - counter.at) / 1000;
    counter.at = now;
    const random = randomFor(`${uid}/${Math.floor(now / 5000)}`);
    const load = traffic.requestRate * (0.85 + random() * 0.3);
    const requests = load * passed;
    counter.failed += requests * traffic.errorRate;
    counter.served += requests * (1 - traffic.errorRate);
    BUCKETS.forEach((bound, index) => {
      counter.buckets[index] += requests * shareBelow(bound, traffic.latency);
    });
    counter.duration += requests * traffic.latency * 1.2;
    this.#counters.set(uid, counter);

    const service = labels['app.kubernetes.io/name'] ?? labels.app ?? name;
    const common = {
      namespace,
      pod: name,
      container: pod.spec.containers[0].name,
      service,
    };
    add(
      'http_requests_total',
      { ...common, method: 'GET', code: '200' },
      counter.served.toFixed(3),
    );
    add(
      'http_requests_total',
      { ...common, method: 'GET', code: '500' },
      counter.failed.toFixed(3),
    );
    const total = (counter.served + counter.failed).toFixed(3);
    BUCKETS.forEach((le, index) =>
      add(
        'http_request_duration_seconds',
        { ...common, le },
        counter.buckets[index].toFixed(3),
        '_bucket',
      ),
    );
    add(
      'http_request_duration_seconds',
      { ...common, le: '+Inf' },
      total,
      '_bucket',
    );
    add(
      'http_request_duration_seconds',
      common,
      counter.duration.toFixed(3),
      '_sum',
    );
    add('http_request_duration_seconds', common, total, '_count');

    for (const container of pod.spec.containers) {
      const of = { namespace, pod: name, container: container.name };
      const limits = container.resources?.limits ?? {};
      const cores = quantity(limits.cpu ?? '500m') * 0.22 * (load / 8) ** 0.5;
      const used =
        (counter.cpu.get(container.name) ?? 0) +
        Math.min(cores, quantity(limits.cpu ?? '4')) * passed;
      counter.cpu.set(container.name, used);
      add('container_cpu_usage_seconds_total', of, used.toFixed(3));
      const memory =
        quantity(limits.memory ?? '256Mi') * (0.38 + random() * 0.06);
      add('container_memory_working_set_bytes', of, Math.round(memory));
    }
  }
}

function start(pod, now) {
  // A Pod that ran before we looked has served before we looked.
  const since = Date.parse(pod.status.startTime ?? '') || now;
  return {
    at: Math.max(since, now - 60_000),
    served: 0,
    failed: 0,
    duration: 0,
    buckets: BUCKETS.map(() => 0),
    cpu: new Map(),
  };
}

function isRunning(pod) {
  return (
    pod.status?.containerStatuses?.some(({ state }) => state?.running) ?? false
  );
}

/** The share of requests faster than `bound` seconds: log-normal around the median. */
function shareBelow(bound, median) {
  const x = Math.log(bound / median) / 0.55;
  return 1 / (1 + Math.exp(-1.702 * x));
}
