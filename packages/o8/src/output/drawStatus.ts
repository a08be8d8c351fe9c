import {
  Alerts,
  describeSuppression,
  formatObjectRef,
  ObjectDrift,
  Observation,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { age } from './age';
import { Style, toned } from './Style';
import { table } from './table';

/** What runs in one environment, its alerts, and what is not as it was deployed; absent: not looked at. */
export type StatusEntry = Observation & {
  alerts?: Alerts;
  drift?: ObjectDrift[];
};

/** A row an environment, then everything that is not well. */
export function drawStatus(
  entries: readonly StatusEntry[],
  style: Style,
  options: { now: number },
): string {
  const rows = entries.map(entry => [
    entry.environment,
    entry.deployed?.version ?? '-',
    toned(entry.health.status, style),
    entry.deployed ? `${entry.replicas.ready}/${entry.replicas.desired}` : '-',
    drawAlerts(entry.alerts, style),
    drawLast(entry, style, options.now),
  ]);
  const overview = table(
    ['ENVIRONMENT', 'VERSION', 'HEALTH', 'READY', 'ALERTS', 'LAST DEPLOYMENT'],
    rows,
  );
  return overview + entries.flatMap(entry => remarks(entry, style)).join('');
}

function drawAlerts(alerts: Alerts | undefined, style: Style): string {
  if (!alerts) return '-';
  if (!alerts.configured) return style.faint('not configured');
  const firing = alerts.alerts.filter(({ state }) => state === 'firing').length;
  if (firing > 0) return style.bad(`${firing} firing`);
  return `${alerts.alerts.length} quiet`;
}

function drawLast(entry: Observation, style: Style, now: number): string {
  const { lastDeployment: last } = entry;
  if (!last) return '-';
  const when = age(last.finishedAt ?? last.createdAt, now);
  return `${last.kind} ${toned(last.state, style)} ${when}`;
}

function remarks(entry: StatusEntry, style: Style): string[] {
  const lines: string[] = [];
  const { environment, health, pods, objects, alerts, scale } = entry;
  if (entry.unavailable) lines.push(style.warn(entry.unavailable));
  if (!entry.deployed && !entry.lastDeployment) {
    return lines.map(line => `  ${environment}: ${line}\n`);
  }
  if (health.message && health.status !== 'Healthy') lines.push(health.message);
  for (const pod of pods) {
    if (pod.health.status === 'Healthy') continue;
    const why = pod.health.message ? `: ${pod.health.message}` : '';
    lines.push(`Pod ${pod.name} ${toned(pod.health.status, style)}${why}`);
  }
  for (const { object, health: its } of objects) {
    if (!['Degraded', 'Unknown'].includes(its.status)) continue;
    const why = its.message ? `: ${its.message}` : '';
    lines.push(`${formatObjectRef(object)} ${toned(its.status, style)}${why}`);
  }
  for (const alert of alerts?.alerts ?? []) {
    if (alert.state !== 'firing') continue;
    lines.push(
      `${style.bad('firing')} ${alert.name} (${alert.severity}): ${
        alert.condition
      }${
        alert.suppression ? `, ${describeSuppression(alert.suppression)}` : ''
      }`,
    );
  }
  for (const drifted of entry.drift ?? []) {
    lines.push(...drawDrift(drifted, style));
  }
  if (scale?.override !== undefined) {
    const by = scale.by ? ` by ${scale.by}` : '';
    lines.push(`scaled to ${scale.override}${by}`);
  }
  if (entry.unfenced) lines.push(`${style.warn('fence')} ${entry.unfenced}`);
  if (entry.sharedAccount) {
    lines.push(`${style.warn('account')} ${entry.sharedAccount}`);
  }
  const { lastDeployment: last } = entry;
  if (last?.failure) {
    lines.push(
      `last deployment failed: ${last.failure.message} → ${last.failure.remedy}`,
    );
  }
  if (entry.simulated) lines.push(style.faint('pods are simulated'));
  return lines.map(line => `  ${environment}: ${line}\n`);
}

function drawDrift({ object, fields }: ObjectDrift, style: Style): string[] {
  const what = `${style.warn('drift')} ${formatObjectRef(object)}`;
  if (fields.length === 0) return [`${what} is gone`];
  return fields.map(({ path, from, to, manager }) => {
    const by = manager ? ` (by ${manager})` : '';
    return `${what} ${path}: ${value(from)} → ${value(to)}${by}`;
  });
}

function value(of: unknown): string {
  if (of === undefined) return 'absent';
  return typeof of === 'string' ? of : JSON.stringify(of);
}
