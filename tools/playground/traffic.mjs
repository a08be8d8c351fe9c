const ERROR_RATE = 'playground.orchestr8.io/error-rate';
const LATENCY = 'playground.orchestr8.io/latency';
const REQUEST_RATE = 'playground.orchestr8.io/request-rate';

/**
 * The simulated traffic of one Pod: requests per second, the share that
 * fails (0 to 1) and the median latency in seconds. Annotations of the Pod
 * come before those of its Namespace, e.g. `error-rate: "20%"`,
 * `latency: "2s"`, `request-rate: "50"`.
 */
export function trafficOf(pod, namespace) {
  const annotation = name =>
    pod.metadata.annotations?.[name] ?? namespace?.metadata.annotations?.[name];
  return {
    requestRate: number(annotation(REQUEST_RATE), /^([\d.]+)(?:\/s)?$/) ?? 8,
    errorRate: Math.min(
      1,
      (number(annotation(ERROR_RATE), /^([\d.]+)\s*%$/) ?? 0.4) / 100,
    ),
    latency: seconds(annotation(LATENCY)) ?? 0.018,
  };
}

function number(text, pattern) {
  const match = pattern.exec(text?.trim() ?? '');
  return match ? Number(match[1]) : undefined;
}

function seconds(text) {
  const match = /^([\d.]+)\s*(ms|s)$/.exec(text?.trim() ?? '');
  return match ? Number(match[1]) * (match[2] === 'ms' ? 0.001 : 1) : undefined;
}
