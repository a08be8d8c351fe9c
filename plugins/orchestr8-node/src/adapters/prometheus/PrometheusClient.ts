import {
  AlertObservation,
  Alerts,
  ModuleAlert,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { AlertingRule, readRules } from './AlertingRule';

/** Milliseconds that Prometheus may take to answer. */
const TIMEOUT = 5_000;

/** Whose alerts are meant. */
export interface AlertScope {
  module: string;
  namespace: string;
  signal?: AbortSignal;
}

/** Asks one Prometheus (or what speaks its API) how alerts stand. */
export class PrometheusClient {
  private readonly url: string;

  /** `url`: its address, with the path under which it is served, if any. */
  constructor(options: { url: string }) {
    this.url = options.url.replace(/\/+$/, '');
  }

  /** States of the alerts given, in their order; `unknown` for one without a rule. Rejects when there is no answer. */
  async alerts(
    declared: readonly ModuleAlert[],
    scope: AlertScope,
  ): Promise<AlertObservation[]> {
    const rules = await this.rules(scope.signal);
    return declared.map(alert =>
      observe(
        alert,
        rules.filter(rule => belongs(rule, alert, scope)),
      ),
    );
  }

  private async rules(signal?: AbortSignal): Promise<AlertingRule[]> {
    const timeout = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(`${this.url}/api/v1/rules?type=alert`, {
      headers: { accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      redirect: 'error',
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`it answers with status ${response.status}`);
    }
    return readRules(await response.json());
  }
}

/**
 * The alerts of a module with their states, never rejecting: where there is no
 * Prometheus to ask (`client` absent), or it does not answer, the message says
 * so and every state is `unknown`.
 */
export async function alertsFor(
  module: string,
  options: {
    client: PrometheusClient | undefined;
    cluster: string;
    namespace: string;
    alerts: readonly ModuleAlert[];
    signal?: AbortSignal;
  },
): Promise<Alerts> {
  const { client, cluster, namespace, alerts, signal } = options;
  const unknown = alerts.map(alert => observe(alert, []));
  if (!client) {
    return {
      configured: false,
      message: `No Prometheus is configured for the cluster "${cluster}": set prometheus.url of its entry in orchestr8.clusters.`,
      alerts: unknown,
    };
  }
  if (alerts.length === 0) return { configured: true, alerts: [] };
  try {
    const observed = await client.alerts(alerts, { module, namespace, signal });
    const ruleless = observed.filter(({ state }) => state === 'unknown');
    return {
      configured: true,
      ...(ruleless.length
        ? {
            message: `Prometheus has no rule for ${ruleless
              .map(({ name }) => name)
              .join(
                ', ',
              )}: it may not have read it yet, or does not look for PrometheusRules in ${namespace}.`,
          }
        : {}),
      alerts: observed,
    };
  } catch (error) {
    return {
      configured: true,
      message: `The Prometheus of the cluster "${cluster}" cannot be asked: ${reasonOf(
        error,
      )}`,
      alerts: unknown,
    };
  }
}

/** Ours by its labels; else one that is bound to the namespace by its expression. A namesake elsewhere is somebody else's. */
function belongs(
  rule: AlertingRule,
  alert: ModuleAlert,
  { module, namespace }: AlertScope,
): boolean {
  if (rule.name !== alert.name) return false;
  const { labels } = rule;
  if (labels.namespace !== undefined || labels.module !== undefined) {
    return (
      (labels.namespace ?? namespace) === namespace &&
      (labels.module ?? module) === module
    );
  }
  return rule.query.includes(`namespace="${namespace}"`);
}

const GRAVITY = ['firing', 'pending', 'inactive', 'unknown'] as const;
const SEVERITIES = ['critical', 'warning', 'info'] as const;

function observe(alert: ModuleAlert, rules: AlertingRule[]): AlertObservation {
  const { name, condition, expr, slo, description, runbook } = alert;
  const [worst] = [...rules].sort(
    (a, b) =>
      GRAVITY.indexOf(a.state) - GRAVITY.indexOf(b.state) ||
      SEVERITIES.indexOf(severityOf(a, alert)) -
        SEVERITIES.indexOf(severityOf(b, alert)),
  );
  const [oldest] = (worst?.active ?? [])
    .filter(({ state }) => state === worst.state)
    .sort((a, b) => a.since.localeCompare(b.since));
  const active = worst?.state === 'firing' || worst?.state === 'pending';
  return {
    name,
    severity: active ? severityOf(worst, alert) : alert.severity,
    condition: condition ?? expr ?? slo ?? '',
    state: worst?.state ?? 'unknown',
    ...(oldest ? { since: oldest.since, value: oldest.value } : {}),
    ...(description ? { description } : {}),
    ...(runbook ? { runbook } : {}),
  };
}

/** The rules of an objective differ in severity: what is active now decides. Of other alerts the module does. */
function severityOf(
  rule: AlertingRule,
  alert: ModuleAlert,
): ModuleAlert['severity'] {
  const own = alert.slo
    ? SEVERITIES.find(severity => severity === rule.labels.severity)
    : undefined;
  return own ?? alert.severity;
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & {
    cause?: { code?: string; message?: string };
  };
  if (name === 'TimeoutError') {
    return `no answer within ${TIMEOUT / 1000} seconds`;
  }
  if (cause?.code === 'ECONNREFUSED') return 'connection refused';
  return cause?.message ?? message;
}
