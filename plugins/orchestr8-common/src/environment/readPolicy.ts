import { canonicalEnvironment, PolicyException } from '../deployment';
import { ConfigReader, list } from './ConfigReader';

/** What operators say about the policy gate. @public */
export interface PolicySettings {
  /** Kinds without a namespace that modules may bring, such as `PriorityClass`; `CustomResourceDefinition` is the leave for `crds/`. */
  clusterScopedKinds: string[];
  exceptions: PolicyException[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The settings of `orchestr8.policy`. An exception needs a reason and an end;
 * a day ends with its last second, UTC. One that is over stays readable: the
 * gate says so where it would have been needed.
 *
 * @throws EnvironmentConfigError for unknown fields, rules and environments,
 * and for a date that is none.
 * @public
 */
export function readPolicy(
  value: unknown,
  options: { rules: readonly string[]; environments: readonly string[] },
): PolicySettings {
  if (value === undefined) return { clusterScopedKinds: [], exceptions: [] };
  const config = new ConfigReader(value, 'orchestr8.policy');
  const clusterScopedKinds = config
    .list('clusterScopedKinds')
    .map(kind =>
      typeof kind === 'string' && /^[A-Z][A-Za-z0-9]*$/.test(kind)
        ? kind
        : config.refuse(
            'clusterScopedKinds',
            `${JSON.stringify(
              kind,
            )} is not the name of a kind, such as "PriorityClass"`,
          ),
    );
  const exceptions = config
    .items('exceptions')
    .map(each => readException(each, options));
  config.finish();
  return { clusterScopedKinds, exceptions };
}

function readException(
  config: ConfigReader,
  options: { rules: readonly string[]; environments: readonly string[] },
): PolicyException {
  const rule = config.text('rule');
  if (!options.rules.includes(rule)) {
    config.refuse(
      'rule',
      `"${rule}" is no rule of the gate; known: ${list(options.rules)}`,
    );
  }
  const module = config.text('module');
  const written = config.optionalText('environment');
  const environment = written && canonicalEnvironment(written);
  if (environment && !options.environments.includes(environment)) {
    config.refuse(
      'environment',
      `no environment is named "${environment}"; known: ${list(
        options.environments,
      )}`,
    );
  }
  const reason = config.text('reason');
  const expires = endOf(config.text('expires'));
  config.finish();
  return {
    rule,
    module,
    ...(environment ? { environment } : {}),
    reason,
    expires:
      expires ??
      config.refuse('expires', 'is no date; write it like "2027-01-31"'),
  };
}

function endOf(written: string): string | undefined {
  const time = new Date(DAY.test(written) ? `${written}T23:59:59Z` : written);
  const isDate =
    /^\d{4}-\d{2}-\d{2}/.test(written) &&
    !Number.isNaN(time.getTime()) &&
    // The 31st of February is not the 3rd of March.
    (!DAY.test(written) || time.toISOString().startsWith(written));
  return isDate ? time.toISOString() : undefined;
}
