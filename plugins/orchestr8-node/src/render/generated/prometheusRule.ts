import {
  compileAlertRules,
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
          rules: alerts.flatMap(alert => rulesOf(alert, context)),
        },
      ],
    },
  };
}

/** An alert that does not compile has been reported where it was written; it has no rule. */
function rulesOf(alert: ModuleAlert, { module, target }: GeneratedContext) {
  const compiled = compileAlertRules(alert, {
    namespace: target.namespace,
    module: module.metadata.name,
  });
  if ('problem' in compiled) {
    return [];
  }
  const { name, description, runbook, condition, slo } = alert;
  return compiled.rules.map(rule => ({
    alert: name,
    expr: rule.expr,
    for: rule.for,
    labels: {
      ...rule.labels,
      severity: rule.severity,
      module: module.metadata.name,
      environment: target.environment,
      namespace: target.namespace,
    },
    annotations: {
      summary: `${name} of ${module.metadata.name} in ${target.environment}`,
      ...(description ?? rule.explanation
        ? { description: description ?? rule.explanation }
        : {}),
      ...(condition ? { condition } : {}),
      ...(slo ? { slo } : {}),
      ...(runbook ? { runbook_url: runbook } : {}),
    },
  }));
}
