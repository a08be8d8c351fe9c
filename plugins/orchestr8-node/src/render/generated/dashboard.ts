import {
  compileAlert,
  DEFAULT_SIGNAL_METRICS as METRICS,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext } from './GeneratedContext';

/** The golden signals: what is asked of Prometheus, and in which of Grafana's units. */
const PANELS = [
  {
    title: 'Requests per second',
    unit: 'reqps',
    expr: `sum(rate(${METRICS.requests}[5m]))`,
  },
  {
    title: 'Errors',
    unit: 'percentunit',
    expr: `sum(rate(${METRICS.requests}{${METRICS.codeLabel}=~"5.."}[5m])) / sum(rate(${METRICS.requests}[5m]))`,
  },
  {
    title: 'Latency, 95th percentile',
    unit: 's',
    expr: `histogram_quantile(0.95, sum by (le) (rate(${METRICS.durationBuckets}[5m])))`,
  },
  {
    title: 'CPU',
    unit: 'short',
    expr: `sum by (pod) (rate(${METRICS.cpuSeconds}{container!=""}[5m]))`,
  },
  {
    title: 'Memory',
    unit: 'bytes',
    expr: `sum by (pod) (${METRICS.memoryBytes}{container!=""})`,
  },
  {
    title: 'Restarts per hour',
    unit: 'short',
    expr: `sum by (pod) (increase(${METRICS.restarts}[1h]))`,
  },
];

const [WIDTH, HEIGHT, COLUMNS] = [8, 8, 3];

/** A Grafana dashboard of the module's golden signals, in the form that Grafana's sidecar collects; absent when metrics are off. */
export function dashboard(
  context: GeneratedContext,
): KubernetesObject | undefined {
  const { module, target } = context;
  if (!module.spec.monitoring.metrics.enabled) {
    return undefined;
  }
  const { name } = module.metadata;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `${name}-dashboard`,
      namespace: target.namespace,
      labels: {
        ...moduleLabels(module, target.environment),
        grafana_dashboard: '1',
      },
    },
    data: {
      [`${name}-${target.environment}.json`]: JSON.stringify(
        dashboardOf(context),
      ),
    },
  };
}

function dashboardOf({ module, target }: GeneratedContext) {
  const { name, title } = module.metadata;
  return {
    // Grafana takes at most 40 characters here.
    uid: `o8-${target.namespace}`.slice(0, 40),
    title: `${title ?? name} (${target.environment})`,
    tags: ['orchestr8', name, target.environment],
    schemaVersion: 39,
    time: { from: 'now-3h', to: 'now' },
    refresh: '30s',
    panels: PANELS.map((panel, index) => ({
      id: index + 1,
      type: 'timeseries',
      title: panel.title,
      gridPos: {
        x: (index % COLUMNS) * WIDTH,
        y: Math.floor(index / COLUMNS) * HEIGHT,
        w: WIDTH,
        h: HEIGHT,
      },
      fieldConfig: { defaults: { unit: panel.unit, min: 0 }, overrides: [] },
      targets: [
        { refId: 'A', expr: bound(panel.expr, target.namespace, name) },
      ],
    })),
  };
}

function bound(expr: string, namespace: string, module: string): string {
  const compiled = compileAlert({ expr }, { namespace, module });
  if ('problem' in compiled) {
    throw new Error(`panel cannot be bound: ${compiled.problem.message}`);
  }
  return compiled.expr;
}
