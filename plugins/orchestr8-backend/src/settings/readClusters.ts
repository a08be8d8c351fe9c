import { Config } from '@backstage/config';
import {
  LocatedCluster,
  locatedClusters,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { ClusterSettings } from './ClusterSettings';
import { optionalText } from './optionalText';
import { readHttpApi } from './readHttpApi';

/**
 * The clusters of `orchestr8.clusters`, then those that an environment names
 * and `kubernetes.clusterLocatorMethods` knows. An entry of ours without a way
 * there takes the located one of its name.
 *
 * @throws Error for a located cluster that is wanted and cannot be deployed to,
 * and for an address of Prometheus or Alertmanager that is none.
 */
export function readClusters(
  config: Config,
  environments: readonly unknown[],
): ClusterSettings[] {
  const located = new Map(
    locatedClusters(config).map(cluster => [cluster.name, cluster]),
  );
  const own = (config.getOptionalConfigArray('orchestr8.clusters') ?? []).map(
    entry => readCluster(entry, located),
  );
  const known = new Set(own.map(({ name }) => name));
  const further = new Set(
    environments
      .map(environment => (environment as { cluster?: unknown }).cluster)
      .filter((name): name is string => typeof name === 'string')
      .filter(name => !known.has(name) && located.has(name)),
  );
  return [
    ...own,
    ...[...further].map(name => ({
      ...connectionOf(located.get(name)!),
      simulated: false,
    })),
  ];
}

function readCluster(
  config: Config,
  located: ReadonlyMap<string, LocatedCluster>,
): ClusterSettings {
  const name = config.getString('name');
  const way = wayOf(config);
  const found = located.get(name);
  const deploy = config.getOptionalConfig('deploy');
  const as = config.getOptionalConfig('deployAs');
  return {
    name,
    ...(found && !way.kubeconfig && !way.context ? connectionOf(found) : way),
    identity: optionalText(config, 'identity'),
    deploy: deploy && wayOf(deploy),
    deployAs: as && {
      user: as.getString('user'),
      groups: as.getOptionalStringArray('groups'),
    },
    simulated: ['true', true].includes(
      config.getOptional<string | boolean>('simulated') ?? false,
    ),
    prometheus: readHttpApi(config, 'prometheus', { cluster: name }),
    alertmanager: readAlertmanager(config, name),
  };
}

function readAlertmanager(
  config: Config,
  cluster: string,
): ClusterSettings['alertmanager'] {
  const api = readHttpApi(config, 'alertmanager', { cluster });
  const heartbeat = optionalText(config, 'alertmanager.heartbeat');
  return api && { ...api, ...(heartbeat ? { heartbeat } : {}) };
}

function wayOf(
  config: Config,
): Pick<ClusterSettings, 'kubeconfig' | 'context'> {
  return {
    kubeconfig: optionalText(config, 'kubeconfig'),
    context: optionalText(config, 'context'),
  };
}

function connectionOf(cluster: LocatedCluster) {
  if ('unusable' in cluster) throw new Error(cluster.unusable);
  return cluster.connection;
}
