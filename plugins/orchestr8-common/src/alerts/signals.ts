/** Names of the metrics behind the signals of alert conditions. @public */
export interface SignalMetrics {
  /** Counter of requests with the label `code`. */
  requests: string;
  /** Label of {@link SignalMetrics.requests} that holds the HTTP status. */
  codeLabel: string;
  /** Histogram of durations in seconds: the series that ends in `_bucket`. */
  durationBuckets: string;
  /** Counter of CPU seconds per container. */
  cpuSeconds: string;
  /** Gauge of bytes per container. */
  memoryBytes: string;
  /** Gauge of limits with the labels `pod` and `resource`. */
  limits: string;
  /** Counter of restarts per container. */
  restarts: string;
  /** Gauges of ready replicas. */
  readyReplicas: string[];
  /** Gauges of wanted replicas. */
  wantedReplicas: string[];
}

/** The conventions of Prometheus clients, cAdvisor and kube-state-metrics. @public */
export const DEFAULT_SIGNAL_METRICS: SignalMetrics = {
  requests: 'http_requests_total',
  codeLabel: 'code',
  durationBuckets: 'http_request_duration_seconds_bucket',
  cpuSeconds: 'container_cpu_usage_seconds_total',
  memoryBytes: 'container_memory_working_set_bytes',
  limits: 'kube_pod_container_resource_limits',
  restarts: 'kube_pod_container_status_restarts_total',
  readyReplicas: [
    'kube_deployment_status_replicas_ready',
    'kube_statefulset_status_replicas_ready',
  ],
  wantedReplicas: [
    'kube_deployment_spec_replicas',
    'kube_statefulset_replicas',
  ],
};

/** One thing that a condition can be about. */
export interface Signal {
  /** Units with the factor from what is written to what PromQL compares with. */
  units: Record<string, number>;
  /** Above which it does not rise, as PromQL has it; absent: there is no such bound. */
  highest?: number;
  /** When it rises above that all the same, as the end of a sentence; absent: never. */
  strays?: string;
  promql(metrics: SignalMetrics): string;
}

const RATIO = { units: { '%': 0.01 }, highest: 1 };
const OF_LIMIT = { ...RATIO, strays: 'where a container has no limit' };
const SECONDS = { ms: 0.001, s: 1 };

const ofLimit = (used: string, metrics: SignalMetrics, resource: string) =>
  `max(sum by (pod) (${used}) / sum by (pod) (${metrics.limits}{resource="${resource}"}))`;

const anyOf = (names: string[]) => `{__name__=~"${names.join('|')}"}`;

const latency = (quantile: number): Signal => ({
  units: SECONDS,
  promql: ({ durationBuckets }) =>
    `histogram_quantile(${quantile}, sum by (le) (rate(${durationBuckets}[5m])))`,
});

/** The signal of a name; any percentile of one or two digits is one. */
export function signalNamed(name: string): Signal | undefined {
  const percentile = /^p([1-9][0-9]?)_latency$/.exec(name);
  if (percentile) return latency(Number(percentile[1]) / 100);
  return Object.hasOwn(SIGNALS, name) ? SIGNALS[name] : undefined;
}

/** Names that hints offer. */
export const signalNames = () => [
  ...Object.keys(SIGNALS),
  'p50_latency',
  'p90_latency',
  'p95_latency',
  'p99_latency',
];

const SIGNALS: Record<string, Signal> = {
  error_rate: {
    ...RATIO,
    promql: ({ requests, codeLabel }) =>
      `sum(rate(${requests}{${codeLabel}=~"5.."}[5m])) / sum(rate(${requests}[5m]))`,
  },
  request_rate: {
    units: { '/s': 1 },
    promql: ({ requests }) => `sum(rate(${requests}[5m]))`,
  },
  cpu_usage: {
    ...OF_LIMIT,
    promql: metrics =>
      ofLimit(`rate(${metrics.cpuSeconds}{container!=""}[5m])`, metrics, 'cpu'),
  },
  memory_usage: {
    ...OF_LIMIT,
    promql: metrics =>
      ofLimit(`${metrics.memoryBytes}{container!=""}`, metrics, 'memory'),
  },
  restarts: {
    units: { '': 1, '/h': 1 },
    promql: ({ restarts }) => `sum(increase(${restarts}[1h]))`,
  },
  availability: {
    ...RATIO,
    strays: 'while a rollout adds replicas',
    promql: ({ readyReplicas, wantedReplicas }) =>
      `sum(${anyOf(readyReplicas)}) / sum(${anyOf(wantedReplicas)})`,
  },
};
