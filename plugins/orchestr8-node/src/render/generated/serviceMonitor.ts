import {
  KubernetesObject,
  Manifest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext, knownApiVersion } from './GeneratedContext';
import { metricsPort } from './metricsPort';

/** Scrapes the module's Services; absent when metrics are off or the cluster does not know the kind. */
export function serviceMonitor(
  context: GeneratedContext,
  chart: readonly Manifest[],
): KubernetesObject | undefined {
  const { module, target } = context;
  const apiVersion = knownApiVersion(target, 'ServiceMonitor', [
    'monitoring.coreos.com/v1',
  ]);
  const port = metricsPort(module);
  if (!apiVersion || !port) {
    return undefined;
  }
  const { path } = module.spec.monitoring.metrics;
  return {
    apiVersion,
    kind: 'ServiceMonitor',
    metadata: {
      name: module.metadata.name,
      namespace: target.namespace,
      labels: moduleLabels(module, target.environment),
    },
    spec: {
      // Completion puts this label on every Service of the chart.
      selector: {
        matchLabels: { 'orchestr8.io/module': module.metadata.name },
      },
      namespaceSelector: { matchNames: [target.namespace] },
      endpoints: [{ ...endpointPort(port, chart), path }],
    },
  };
}

/** The chart's Service may name the port otherwise than the specification: then the number decides. */
function endpointPort(
  port: NonNullable<ReturnType<typeof metricsPort>>,
  chart: readonly Manifest[],
) {
  const servicePorts = chart
    .filter(({ object }) => object.kind === 'Service')
    .flatMap(
      ({ object }): { name?: string; targetPort?: unknown; port: number }[] =>
        object.spec?.ports ?? [],
    );
  const named = servicePorts.find(each => each.name && each.name === port.name);
  const numbered = servicePorts.find(
    each => each.name && (each.targetPort ?? each.port) === port.targetPort,
  );
  const name = named?.name ?? numbered?.name ?? port.name;
  return name ? { port: name } : { targetPort: port.targetPort };
}
