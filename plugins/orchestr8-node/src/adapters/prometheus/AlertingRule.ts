import { AlertObservation } from '@orchestr8/backstage-plugin-orchestr8-common';

/** An alerting rule as Prometheus knows it. */
export interface AlertingRule {
  name: string;
  state: AlertObservation['state'];
  query: string;
  labels: Record<string, string>;
  /** Its alerts that are pending or firing. */
  active: { state: string; since: string; value: string }[];
}

interface RulesAnswer {
  data?: {
    groups?: {
      rules?: {
        name?: string;
        state?: string;
        query?: string;
        labels?: Record<string, string>;
        alerts?: { state?: string; activeAt?: string; value?: string }[];
      }[];
    }[];
  };
}

const STATES: readonly string[] = ['inactive', 'pending', 'firing'];

/** The answer of `/api/v1/rules?type=alert`. Throws when it is something else. */
export function readRules(answer: unknown): AlertingRule[] {
  const groups = (answer as RulesAnswer | null)?.data?.groups;
  if (!Array.isArray(groups)) {
    throw new Error('what it answers is not a list of rules');
  }
  return groups.flatMap(group =>
    (group.rules ?? []).map(rule => ({
      name: rule.name ?? '',
      state: STATES.includes(rule.state ?? '')
        ? (rule.state as AlertingRule['state'])
        : 'unknown',
      query: rule.query ?? '',
      labels: rule.labels ?? {},
      active: (rule.alerts ?? []).map(alert => ({
        state: alert.state ?? '',
        since: alert.activeAt ?? '',
        value: alert.value ?? '',
      })),
    })),
  );
}
