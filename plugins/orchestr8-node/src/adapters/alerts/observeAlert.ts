import {
  AlertObservation,
  ModuleAlert,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { AlertScope } from './AlertReader';
import { SeenAlert } from './SeenAlert';

const GRAVITY = ['firing', 'pending', 'inactive', 'unknown'] as const;
const SEVERITIES = ['critical', 'warning', 'info'] as const;

/** How a declared alert stands by what was seen; `otherwise` when nothing of it was. */
export function observeAlert(
  alert: ModuleAlert,
  options: {
    seen: readonly SeenAlert[];
    scope: AlertScope;
    otherwise: AlertObservation['state'];
  },
): AlertObservation {
  const { seen, scope, otherwise } = options;
  const own = seen.filter(one => belongs(one, alert, scope));
  const [worst] = own.sort((a, b) => compare(a, b, alert));
  const since = own
    .filter(({ state }) => state === worst.state)
    .flatMap(one => one.since ?? [])
    .sort()[0];
  const isActive = worst?.state === 'firing' || worst?.state === 'pending';
  return {
    ...unobserved(alert),
    severity: isActive ? severityOf(worst, alert) : alert.severity,
    state: worst?.state ?? otherwise,
    ...(since ? { since } : {}),
    ...(worst?.value ? { value: worst.value } : {}),
    ...(worst?.suppression ? { suppression: worst.suppression } : {}),
  };
}

/** A declared alert of which nothing is known. */
export function unobserved(alert: ModuleAlert): AlertObservation {
  const { name, severity, description, runbook } = alert;
  return {
    name,
    severity,
    condition: alert.condition ?? alert.expr ?? alert.slo ?? '',
    state: 'unknown',
    ...(description ? { description } : {}),
    ...(runbook ? { runbook } : {}),
  };
}

/** Ours by its labels; else one that is bound to the namespace by its expression. A namesake elsewhere is somebody else's. */
function belongs(
  seen: SeenAlert,
  alert: ModuleAlert,
  { module, namespace }: AlertScope,
): boolean {
  if (seen.name !== alert.name) return false;
  const { labels } = seen;
  if (labels.namespace !== undefined || labels.module !== undefined) {
    return (
      (labels.namespace ?? namespace) === namespace &&
      (labels.module ?? module) === module
    );
  }
  return seen.query.includes(`namespace="${namespace}"`);
}

/** The gravest first; what people are told of before what is kept from them. */
function compare(a: SeenAlert, b: SeenAlert, alert: ModuleAlert): number {
  return (
    GRAVITY.indexOf(a.state) - GRAVITY.indexOf(b.state) ||
    Number(Boolean(a.suppression)) - Number(Boolean(b.suppression)) ||
    SEVERITIES.indexOf(severityOf(a, alert)) -
      SEVERITIES.indexOf(severityOf(b, alert))
  );
}

/** The rules of an objective differ in severity: what is active now decides. Of other alerts the module does. */
function severityOf(
  seen: SeenAlert,
  alert: ModuleAlert,
): ModuleAlert['severity'] {
  const own = alert.slo
    ? SEVERITIES.find(severity => severity === seen.labels.severity)
    : undefined;
  return own ?? alert.severity;
}
