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
 * The PromQL of an alert, with every selector bound to the namespace.
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
        index: 0,
      },
    };
  }
  if (expr !== undefined) return bindPromql(expr, scope.namespace);

  const parsed = parseCondition(text!);
  if ('problem' in parsed) return parsed;
  const { signal, operator, threshold } = parsed.condition;
  const metrics = { ...DEFAULT_SIGNAL_METRICS, ...scope.metrics };
  requireMetricNames(metrics);
  return bindPromql(
    `${signal.promql(metrics)} ${operator} ${decimal(threshold)}`,
    scope.namespace,
  );
}

/** Numbers as PromQL reads them; `toString` would write tiny ones as `1e-7`, which PromQL reads too. */
const decimal = (value: number) => String(value);

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
