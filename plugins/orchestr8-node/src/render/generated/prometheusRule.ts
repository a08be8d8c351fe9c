import {
  compileAlert,
  KubernetesObject,
  ModuleAlert,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext, knownApiVersion } from './GeneratedContext';

/** The module's alerts, bound to its namespace; absent without alerts or where the cluster does not know the kind. */
export function prometheusRule(
  context: GeneratedContext,
): KubernetesObject | undefined {
  const { module, target } = context;
  const { alerts } = module.spec.monitoring;
  const apiVersion = knownApiVersion(target, 'PrometheusRule', [
    'monitoring.coreos.com/v1',
  ]);
  if (!apiVersion || alerts.length === 0) {
    return undefined;
  }
  const { name } = module.metadata;
  return {
    apiVersion,
    kind: 'PrometheusRule',
    metadata: {
      name,
      namespace: target.namespace,
      labels: moduleLabels(module, target.environment),
    },
    spec: {
      groups: [
        {
          name: `${name}.${target.environment}`,
          rules: alerts.flatMap(alert => ruleOf(alert, context)),
        },
      ],
    },
  };
}

/** An alert that does not compile has been reported where it was written; it has no rule. */
function ruleOf(alert: ModuleAlert, { module, target }: GeneratedContext) {
  const compiled = compileAlert(alert, {
    namespace: target.namespace,
    module: module.metadata.name,
  });
  if ('problem' in compiled) {
    return [];
  }
  const { name, description, runbook, condition } = alert;
  return [
    {
      alert: name,
      expr: compiled.expr,
      for: alert.for,
      labels: {
        severity: alert.severity,
        module: module.metadata.name,
        environment: target.environment,
        namespace: target.namespace,
      },
      annotations: {
        summary: `${name} of ${module.metadata.name} in ${target.environment}`,
        ...(description ? { description } : {}),
        ...(condition ? { condition } : {}),
        ...(runbook ? { runbook_url: runbook } : {}),
      },
    },
  ];
}
