import { canonicalEnvironment, Environment, Gates } from '../deployment';
import { parseDuration } from './parseDuration';

const DEFAULT_NAMESPACE = '${module}-${environment}';
const DEFAULT_TIMEOUT_MS = 5 * 60_000;
const ALERT_LEVELS = ['info', 'warning', 'critical'];

/** A mistake in `orchestr8.environments`; the message names the key. @public */
export class EnvironmentConfigError extends Error {
  constructor(key: string, message: string) {
    super(`app-config: ${key}: ${message}`);
    this.name = 'InputError';
  }
}

/**
 * The environments of `orchestr8.environments` (language §7), in the order of
 * the path: as written, which must put each after the one it promotes from.
 *
 * Throws {@link EnvironmentConfigError} for duplicates, unknown or later
 * `promoteFrom`, bad durations and unknown clusters.
 *
 * @public
 */
export function readEnvironments(
  items: readonly unknown[],
  options: { clusters: readonly string[] },
): Environment[] {
  const environments: Environment[] = [];
  items.forEach((item, index) => {
    const at = `orchestr8.environments[${index}]`;
    const environment = readEnvironment(record(item, at), at);
    const { name, cluster, promoteFrom } = environment;
    const before = environments.map(other => other.name);
    if (before.includes(name)) {
      throw new EnvironmentConfigError(
        `${at}.name`,
        `"${name}" is there twice`,
      );
    }
    if (!options.clusters.includes(cluster)) {
      throw new EnvironmentConfigError(
        `${at}.cluster`,
        `no cluster is named "${cluster}"; known: ${list(options.clusters)}`,
      );
    }
    if (promoteFrom && !before.includes(promoteFrom)) {
      throw new EnvironmentConfigError(
        `${at}.promoteFrom`,
        `"${promoteFrom}" is not an environment before "${name}"; before it: ${list(
          before,
        )}`,
      );
    }
    environments.push(environment);
  });
  return environments;
}

function readEnvironment(
  item: Record<string, unknown>,
  at: string,
): Environment {
  const delivery = item.delivery ?? 'direct';
  if (delivery !== 'direct' && delivery !== 'argocd') {
    throw new EnvironmentConfigError(
      `${at}.delivery`,
      `"${delivery}" is neither "direct" nor "argocd"`,
    );
  }
  const name = canonicalEnvironment(text(item.name, `${at}.name`));
  const promoteFrom = optionalText(item.promoteFrom, `${at}.promoteFrom`);
  return {
    name,
    cluster: text(item.cluster, `${at}.cluster`),
    namespace:
      optionalText(item.namespace, `${at}.namespace`) ?? DEFAULT_NAMESPACE,
    ...(promoteFrom ? { promoteFrom: canonicalEnvironment(promoteFrom) } : {}),
    delivery,
    mutableVersions:
      item.mutableVersions === undefined
        ? name === 'dev' || name === 'local'
        : item.mutableVersions === true,
    gates: readGates(item.gates, `${at}.gates`),
    freeze: array(item.freeze, `${at}.freeze`).map((window, index) => {
      const key = `${at}.freeze[${index}]`;
      const { cron, duration, reason } = record(window, key);
      return {
        cron: text(cron, `${key}.cron`),
        durationMs: milliseconds(duration, `${key}.duration`),
        reason: text(reason, `${key}.reason`),
      };
    }),
    timeoutMs:
      item.timeout === undefined
        ? DEFAULT_TIMEOUT_MS
        : milliseconds(item.timeout, `${at}.timeout`),
  };
}

function readGates(value: unknown, at: string): Gates {
  if (value === undefined) return {};
  const { healthy, soak, noFiringAlerts, approvals } = record(value, at);
  const gates: Gates = {};
  if (healthy !== undefined) gates.healthy = healthy === true;
  if (soak !== undefined) gates.soakMs = milliseconds(soak, `${at}.soak`);
  if (noFiringAlerts !== undefined) {
    if (!ALERT_LEVELS.includes(String(noFiringAlerts))) {
      throw new EnvironmentConfigError(
        `${at}.noFiringAlerts`,
        `"${noFiringAlerts}" is none of ${list(ALERT_LEVELS)}`,
      );
    }
    gates.noFiringAlerts = noFiringAlerts as Gates['noFiringAlerts'];
  }
  if (approvals !== undefined) {
    const { required, from } = record(approvals, `${at}.approvals`);
    gates.approvals = {
      required: Number(required ?? 1),
      from: array(from, `${at}.approvals.from`).map((ref, index) =>
        text(ref, `${at}.approvals.from[${index}]`),
      ),
    };
  }
  return gates;
}

function record(value: unknown, key: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new EnvironmentConfigError(key, 'must be an object');
}

function array(value: unknown, key: string): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new EnvironmentConfigError(key, 'must be a list');
}

function text(value: unknown, key: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new EnvironmentConfigError(key, 'must be a text that is not empty');
}

function optionalText(value: unknown, key: string): string | undefined {
  return value === undefined ? undefined : text(value, key);
}

function milliseconds(value: unknown, key: string): number {
  const parsed = typeof value === 'string' ? parseDuration(value) : undefined;
  if (parsed !== undefined) return parsed;
  throw new EnvironmentConfigError(
    key,
    `${JSON.stringify(
      value,
    )} is no duration; write it like "90s", "10m" or "1h30m"`,
  );
}

function list(items: readonly string[]): string {
  return items.length ? items.map(item => `"${item}"`).join(', ') : 'none';
}
