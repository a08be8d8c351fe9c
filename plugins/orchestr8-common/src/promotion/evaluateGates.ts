import {
  AlertObservation,
  Environment,
  GateResult,
  Gates,
  Health,
} from '../deployment';
import { minuteOf } from '../deployment/minuteOf';
import { activeFreeze } from './activeFreeze';

/** What is known of the environment that a release is promoted from. @public */
export interface PromotionSource {
  environment: string;
  /** Absent when nothing is deployed there. */
  deployed?: { version: string; release: string; since: string };
  health: Health;
  /** Absent when no Prometheus is configured. */
  alerts?: readonly AlertObservation[];
}

/** @public */
export interface GateInput {
  environment: Environment;
  /** Digest of the release that is to be deployed. */
  release: string;
  /** How it stands in `environment.promoteFrom`; absent when the environment has none. */
  source?: PromotionSource;
  /** Entity references of those who said yes to this plan. */
  approvals?: readonly string[];
  /** ISO 8601. */
  now: string;
}

const LEVELS = ['info', 'warning', 'critical'];

/**
 * Every gate of the target environment: met, or why not and who can clear it.
 * An environment without gates answers an empty list.
 *
 * @public
 */
export function evaluateGates(input: GateInput): GateResult[] {
  const { environment } = input;
  const { gates } = environment;
  const results: GateResult[] = [];
  if (environment.promoteFrom) results.push(promoteFromGate(input));
  if (gates.healthy) results.push(healthyGate(input));
  if (gates.soakMs) results.push(soakGate(input, gates.soakMs));
  if (gates.noFiringAlerts) {
    results.push(alertsGate(input, gates.noFiringAlerts));
  }
  if (environment.freeze.length) results.push(freezeGate(input));
  if (gates.approvals) {
    results.push(approvalsGate(gates.approvals, input.approvals ?? []));
  }
  return results;
}

function promoteFromGate({ environment, source, release }: GateInput) {
  const from = environment.promoteFrom!;
  const met = source?.deployed?.release === release;
  return {
    gate: 'promoteFrom' as const,
    met,
    message: met
      ? `The release runs in ${from}`
      : `${environment.name} takes only what runs in ${from}, and ${
          source?.deployed
            ? `${from} runs version ${source.deployed.version} with other content`
            : `nothing is deployed in ${from}`
        }`,
    ...(met ? {} : { clearedBy: `Deploy the release to ${from} first` }),
  };
}

function healthyGate({ environment, source }: GateInput): GateResult {
  const from = source?.environment ?? environment.promoteFrom ?? 'nowhere';
  const met = source?.health.status === 'Healthy';
  const why = source?.health.message ? `: ${source.health.message}` : '';
  return {
    gate: 'healthy',
    met,
    message: met
      ? `It is healthy in ${from}`
      : `It is ${source?.health.status ?? 'not deployed'} in ${from}${why}`,
    ...(met ? {} : { clearedBy: `Make it healthy in ${from}` }),
  };
}

function soakGate(
  { environment, source, now }: GateInput,
  soakMs: number,
): GateResult {
  const from = source?.environment ?? environment.promoteFrom ?? 'nowhere';
  if (!source?.deployed) {
    return {
      gate: 'soak',
      met: false,
      message: `It has not run in ${from} yet`,
      clearedBy: `Deploy it to ${from} and let it run`,
    };
  }
  const clears = Date.parse(source.deployed.since) + soakMs;
  const met = Date.parse(now) >= clears;
  const minutes = Math.ceil((clears - Date.parse(now)) / 60_000);
  return {
    gate: 'soak',
    met,
    message: met
      ? `It has run long enough in ${from}`
      : `It must run ${minutes} more ${
          minutes === 1 ? 'minute' : 'minutes'
        } in ${from}`,
    ...(met
      ? {}
      : { clearedBy: 'Time', clearsAt: new Date(clears).toISOString() }),
  };
}

function alertsGate(
  { environment, source }: GateInput,
  level: 'info' | 'warning' | 'critical',
): GateResult {
  const from = source?.environment ?? environment.promoteFrom ?? 'nowhere';
  if (!source?.alerts) {
    return {
      gate: 'noFiringAlerts',
      met: false,
      message: `The alerts in ${from} are not known: no Prometheus answers for its cluster`,
      clearedBy: 'The platform team, with a Prometheus for the cluster',
    };
  }
  const counted = source.alerts.filter(
    ({ severity }) => LEVELS.indexOf(severity) >= LEVELS.indexOf(level),
  );
  const named = (state: AlertObservation['state']) =>
    counted
      .filter(alert => alert.state === state)
      .map(({ name }) => name)
      .join(', ');
  if (named('firing')) {
    return {
      gate: 'noFiringAlerts',
      met: false,
      message: `Firing in ${from}: ${named('firing')}`,
      clearedBy: `Resolve the alerts in ${from}`,
    };
  }
  // A rule that nobody evaluates cannot fire, and proves nothing.
  if (named('unknown')) {
    return {
      gate: 'noFiringAlerts',
      met: false,
      message: `Prometheus does not know these alerts in ${from}: ${named(
        'unknown',
      )}`,
      clearedBy: `Deploy to ${from} again, or see why its rules are not loaded`,
    };
  }
  return {
    gate: 'noFiringAlerts',
    met: true,
    message: `No alert of severity ${level} or worse fires in ${from}`,
  };
}

function freezeGate({ environment, now }: GateInput): GateResult {
  const active = activeFreeze(environment.freeze, Date.parse(now));
  if (!active) {
    return { gate: 'freeze', met: true, message: 'No freeze is in force' };
  }
  const clearsAt = new Date(active.end).toISOString();
  return {
    gate: 'freeze',
    met: false,
    message: `${environment.name} is frozen until ${minuteOf(clearsAt)}: ${
      active.window.reason
    }`,
    clearedBy: 'Time, or the platform team',
    clearsAt,
  };
}

/** Who said yes, against how many must; each person counts once. @public */
export function approvalsGate(
  { required, from }: NonNullable<Gates['approvals']>,
  approvals: readonly string[],
): GateResult {
  const given = new Set(approvals).size;
  const met = given >= required;
  return {
    gate: 'approvals',
    met,
    message: `${given} of ${required} approvals`,
    ...(met ? {} : { clearedBy: `A member of ${from.join(' or ')}` }),
  };
}
