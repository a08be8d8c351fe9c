import { ModuleAlert } from '../module/Module';
import { AlertProblem } from './AlertProblem';
import { bindPromql } from './bindPromql';
import { burnPromql, burnsOf, severityOf } from './burnRates';
import { AlertScope, compileAlert, metricsOf } from './compileAlert';
import { parseObjective } from './parseObjective';

/** What Prometheus evaluates of an alert. @public */
export interface AlertRule {
  expr: string;
  /** Prometheus duration. */
  for: string;
  severity: ModuleAlert['severity'];
  /** Tell the rules of one alert apart; empty when it has only one. */
  labels: Record<string, string>;
  /** What the rule watches, in words, when that is not in the alert itself. */
  explanation?: string;
}

/** The parts of an alert that its rules are made from. @public */
export type AlertSource = Pick<
  ModuleAlert,
  'condition' | 'expr' | 'slo' | 'for' | 'severity'
>;

/**
 * The rules of an alert, every selector bound to the namespace: one for a
 * `condition` or an `expr`; two for an objective (`slo`), which fire when its
 * error budget is spent too fast.
 *
 * @returns `problem` when the alert cannot be read; its `index` counts into the
 * text of `condition`, `expr` or `slo`.
 * @throws Error when a configured metric name is none.
 * @public
 */
export function compileAlertRules(
  alert: AlertSource,
  scope: AlertScope,
): { rules: AlertRule[] } | { problem: AlertProblem } {
  const { slo, severity } = alert;
  if (slo === undefined) {
    const compiled = compileAlert(alert, scope);
    return 'problem' in compiled
      ? compiled
      : {
          rules: [
            { expr: compiled.expr, for: alert.for, severity, labels: {} },
          ],
        };
  }
  const parsed = parseObjective(slo);
  if ('problem' in parsed) return parsed;
  const metrics = metricsOf(scope);
  const rules: AlertRule[] = [];
  for (const burn of burnsOf(parsed.objective)) {
    const bound = bindPromql(
      burnPromql(parsed.objective, burn, metrics),
      scope.namespace,
    );
    if ('problem' in bound) return bound;
    rules.push({
      expr: bound.expr,
      for: alert.for,
      severity: severityOf(burn, severity),
      labels: { burn: burn.name, window: burn.long },
      explanation: `The error budget of ${slo.trim()} is spent ${
        burn.rate
      } times too fast, over the last ${burn.long} and still over the last ${
        burn.short
      }.`,
    });
  }
  return { rules };
}
