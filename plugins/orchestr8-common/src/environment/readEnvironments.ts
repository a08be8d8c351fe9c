import {
  canonicalEnvironment,
  Environment,
  FreezeWindow,
  Gates,
} from '../deployment';
import { cronProblem } from '../promotion/activeFreeze';
import { ConfigReader, EnvironmentConfigError, list } from './ConfigReader';
import { readDelivery } from './readDelivery';

const DEFAULT_NAMESPACE = '${module}-${environment}';
const DEFAULT_TIMEOUT_MS = 5 * 60_000;
/** Always exists, without the portal (language §3). */
const LOCAL = 'local';
const NAME = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * The environments of `orchestr8.environments` (language §7), in the order of
 * the path: as written, which must put each after the one it promotes from.
 *
 * @throws EnvironmentConfigError for duplicates (aliases count as what they
 * stand for), unknown or later `promoteFrom`, unknown clusters and fields, bad
 * durations and cron expressions.
 * @public
 */
export function readEnvironments(
  items: readonly unknown[],
  options: { clusters: readonly string[] },
): Environment[] {
  const environments: Environment[] = [];
  items.forEach((item, index) => {
    const key = `orchestr8.environments[${index}]`;
    const environment = readEnvironment(new ConfigReader(item, key));
    const { name, cluster, promoteFrom } = environment;
    const before = environments.map(other => other.name);
    if (before.includes(name)) {
      throw new EnvironmentConfigError(
        `${key}.name`,
        `"${name}" is there twice`,
      );
    }
    if (!options.clusters.includes(cluster)) {
      throw new EnvironmentConfigError(
        `${key}.cluster`,
        `no cluster is named "${cluster}"; known: ${list(options.clusters)}`,
      );
    }
    if (promoteFrom && !before.includes(promoteFrom)) {
      throw new EnvironmentConfigError(
        `${key}.promoteFrom`,
        `"${promoteFrom}" is not an environment before "${name}"; before it: ${list(
          before,
        )}`,
      );
    }
    const twin = environments.find(
      other => other.cluster === cluster && fixed(other) === fixed(environment),
    );
    if (twin) {
      throw new EnvironmentConfigError(
        `${key}.namespace`,
        `"${environment.namespace}" is the namespace of "${twin.name}" too, in the same cluster; let it hold "\${environment}"`,
      );
    }
    environments.push(environment);
  });
  return environments;
}

/** What two environments of one cluster must differ in. */
const fixed = ({ name, namespace }: Environment) =>
  namespace.replaceAll('${environment}', name);

function readEnvironment(config: ConfigReader): Environment {
  const name = canonicalEnvironment(config.text('name'));
  if (!NAME.test(name)) {
    config.refuse(
      'name',
      `"${name}" is not a DNS label: lower-case letters, digits and "-"`,
    );
  }
  if (name === LOCAL) {
    config.refuse(
      'name',
      `"${LOCAL}" is what the command line calls the cluster of a person's own kubeconfig; give the portal's environment another name`,
    );
  }
  const namespace = config.optionalText('namespace') ?? DEFAULT_NAMESPACE;
  if (!namespace.includes('${module}')) {
    config.refuse(
      'namespace',
      `"${namespace}" would be the same for every module; it must hold "\${module}"`,
    );
  }
  const promoteFrom = config.optionalText('promoteFrom');
  const environment: Environment = {
    name,
    cluster: config.text('cluster'),
    namespace,
    ...(promoteFrom ? { promoteFrom: canonicalEnvironment(promoteFrom) } : {}),
    ...readDelivery(config),
    mutableVersions: config.boolean('mutableVersions') ?? name === 'dev',
    gates: readGates(config.nested('gates'), promoteFrom !== undefined),
    freeze: readFreeze(config),
    timeoutMs: config.milliseconds('timeout') ?? DEFAULT_TIMEOUT_MS,
    ...(config.boolean('rollbackOnFailure') ? { rollbackOnFailure: true } : {}),
  };
  config.finish();
  return environment;
}

function readGates(config: ConfigReader | undefined, promoted: boolean): Gates {
  if (!config) return {};
  const healthy = config.boolean('healthy');
  const soakMs = config.milliseconds('soak');
  const noFiringAlerts = config.oneOf('noFiringAlerts', [
    'info',
    'warning',
    'critical',
  ]);
  const approvals = readApprovals(config.nested('approvals'));
  config.finish();
  const aboutSource = { healthy, soak: soakMs, noFiringAlerts };
  for (const [field, value] of Object.entries(aboutSource)) {
    if (value && !promoted) {
      config.refuse(
        field,
        'looks at the environment before, and there is none: add "promoteFrom"',
      );
    }
  }
  return {
    ...(healthy === undefined ? {} : { healthy }),
    ...(soakMs === undefined ? {} : { soakMs }),
    ...(noFiringAlerts ? { noFiringAlerts } : {}),
    ...(approvals ? { approvals } : {}),
  };
}

function readApprovals(config: ConfigReader | undefined): Gates['approvals'] {
  if (!config) return undefined;
  const required = config.count('required') ?? 1;
  const from = config
    .list('from')
    .map(ref =>
      typeof ref === 'string' && ref !== ''
        ? ref
        : config.refuse('from', 'must be a list of entity references'),
    );
  const expiresMs = config.milliseconds('expires');
  config.finish();
  return { required, from, ...(expiresMs ? { expiresMs } : {}) };
}

function readFreeze(environment: ConfigReader): FreezeWindow[] {
  return environment.items('freeze').map(config => {
    const cron = config.text('cron');
    const wrong = cronProblem(cron);
    if (wrong)
      config.refuse('cron', `"${cron}" is no cron expression: ${wrong}`);
    const durationMs =
      config.milliseconds('duration') ??
      config.refuse('duration', 'is missing');
    const reason = config.text('reason');
    config.finish();
    return { cron, durationMs, reason };
  });
}
