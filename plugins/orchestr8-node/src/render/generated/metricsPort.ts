import { Module } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Where Prometheus finds the metrics: the named port, else `metrics`, else `http`, else the first (language §2). */
export interface MetricsPort {
  /** Name of the Service's port; absent when the specification gives a number that is no declared port. */
  name?: string;
  /** Port of the pod. */
  targetPort: number | string;
}

/** `undefined` when metrics are off or no port can carry them. */
export function metricsPort(module: Module): MetricsPort | undefined {
  const { metrics } = module.spec.monitoring;
  if (!metrics.enabled) {
    return undefined;
  }
  const { ports } = module.spec.networking;
  const wanted = metrics.port;
  const declared =
    wanted === undefined
      ? ports.find(port => port.name === 'metrics') ??
        ports.find(port => port.name === 'http') ??
        ports[0]
      : ports.find(port => port.name === wanted || port.port === wanted);
  if (declared) {
    return {
      name: declared.name,
      targetPort: declared.targetPort ?? declared.port,
    };
  }
  return wanted === undefined ? undefined : { targetPort: wanted };
}
