import {
  AlertObservation,
  ModuleAlert,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { AlertReader } from './AlertStates';

/** Milliseconds that Prometheus may take to answer. */
const TIMEOUT_MS = 5_000;

/** A rule as `/api/v1/rules` tells it; only what is used here. */
interface Rule {
  name: string;
  state?: 'inactive' | 'pending' | 'firing';
  query: string;
  labels?: Record<string, string>;
  alerts?: {
    state: string;
    activeAt?: string;
    value?: string;
    labels?: Record<string, string>;
  }[];
}

/** Reads the states of alerts from the rules of a Prometheus. */
export class PrometheusAlerts implements AlertReader {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async alerts(
    alerts: readonly ModuleAlert[],
    scope: { module: string; namespace: string },
  ): Promise<AlertObservation[]> {
    const rules = await this.rules();
    return alerts.map(alert =>
      observe(
        alert,
        rules.filter(rule => belongs(rule, alert, scope)),
      ),
    );
  }

  private async rules(): Promise<Rule[]> {
    const url = `${this.url.replace(/\/$/, '')}/api/v1/rules?type=alert`;
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    if (!response.ok) {
      throw new Error(`it answers with status ${response.status}`);
    }
    const { data } = (await response.json()) as {
      data?: { groups?: { rules?: Rule[] }[] };
    };
    return (data?.groups ?? []).flatMap(group => group.rules ?? []);
  }
}

/** Our rules carry the module; a rule of the same name in another namespace is somebody else's. */
function belongs(
  rule: Rule,
  alert: ModuleAlert,
  scope: { module: string; namespace: string },
): boolean {
  return (
    rule.name === alert.name &&
    (rule.labels?.namespace === scope.namespace ||
      rule.query.includes(`namespace="${scope.namespace}"`))
  );
}

function observe(alert: ModuleAlert, rules: Rule[]): AlertObservation {
  const { name, severity, condition, expr, description, runbook } = alert;
  const rank = ['firing', 'pending', 'inactive'];
  const [worst] = [...rules].sort(
    (a, b) => rank.indexOf(a.state ?? '') - rank.indexOf(b.state ?? ''),
  );
  const active = worst?.alerts?.find(({ state }) => state === worst.state);
  return {
    name,
    severity,
    condition: condition ?? expr ?? '',
    state: worst?.state ?? 'unknown',
    ...(active?.activeAt ? { since: active.activeAt } : {}),
    ...(active?.value ? { value: active.value } : {}),
    ...(description ? { description } : {}),
    ...(runbook ? { runbook } : {}),
  };
}
