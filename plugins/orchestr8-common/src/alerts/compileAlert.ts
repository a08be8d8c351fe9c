import { ModuleAlert } from '../module/Module';
import { AlertProblem } from './AlertProblem';
import { bindPromql } from './bindPromql';
import { parseCondition } from './parseCondition';
import { DEFAULT_SIGNAL_METRICS, SignalMetrics } from './signals';

/** Where an alert is to watch. @public */
export interface AlertScope {
  namespace: string;
  /** Name of the module. */
  module: string;
  /** Names of metrics that differ from {@link DEFAULT_SIGNAL_METRICS}. */
  metrics?: Partial<SignalMetrics>;
}

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/**
 * The PromQL of an alert of one rule, with every selector bound to the namespace;
 * `compileAlertRules` takes objectives as well.
 *
 * @returns `problem` when the condition or the expression cannot be read; its
 * `index` counts into the text of `condition` or `expr`.
 * @throws Error when a configured metric name is none: that is the operator's
 * mistake, not the author's.
 * @public
 */
export function compileAlert(
  alert: Pick<ModuleAlert, 'condition' | 'expr'>,
  scope: AlertScope,
): { expr: string } | { problem: AlertProblem } {
  const { condition: text, expr } = alert;
  if ((text === undefined) === (expr === undefined)) {
    return {
      problem: {
        code: 'O8142',
        message: 'An alert has exactly one of `condition` and `expr`.',
        hint: 'Remove one of the two, or add the one that is missing.',
        index: 0,
      },
    };
  }
  if (expr !== undefined) return bindPromql(expr, scope.namespace);

  const parsed = parseCondition(text!);
  if ('problem' in parsed) return parsed;
  const { signal, operator, threshold } = parsed.condition;
  return bindPromql(
    `${signal.promql(metricsOf(scope))} ${operator} ${threshold}`,
    scope.namespace,
  );
}

/** Names of the metrics in force. */
export function metricsOf(scope: AlertScope): SignalMetrics {
  const metrics = { ...DEFAULT_SIGNAL_METRICS, ...scope.metrics };
  requireMetricNames(metrics);
  return metrics;
}

function requireMetricNames(metrics: SignalMetrics) {
  for (const [field, names] of Object.entries(metrics)) {
    for (const name of [names].flat()) {
      if (!METRIC.test(name)) {
        throw new Error(
          `The metric name "${name}" configured for the signal metric "${field}" is not a name that Prometheus allows.`,
        );
      }
    }
  }
}
