import {
  applicationOf,
  Environment,
  namespaceOf,
  Observation,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterObservation,
  fenceOf,
  observeModule,
  watchObservation,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseOverrides } from '../store/DatabaseOverrides';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { Accounts } from './Accounts';
import { Clusters } from './Clusters';
import { Environments } from './Environments';
import { ReleaseBounds } from './ReleaseBounds';

/** Milliseconds that a cluster has to say whether it fences. */
const FENCE_TIMEOUT = 5_000;

/** Modules as they are seen now: what the cluster shows, and what the portal has recorded. */
export class Observations {
  private readonly services: {
    accounts: Accounts;
    clusters: Clusters;
    environments: Environments;
    deployments: DatabaseDeployments;
    overrides: DatabaseOverrides;
    signals: DeploymentSignals;
    bounds: ReleaseBounds;
  };

  constructor(services: Observations['services']) {
    this.services = services;
  }

  /**
   * Never rejects for a cluster that cannot be reached: `unavailable` says so.
   *
   * @param options - `patienceMs`: no longer than this is waited for a cluster
   * that does not answer, milliseconds.
   */
  async observe(
    module: string,
    environment: Environment,
    options: { patienceMs?: number } = {},
  ): Promise<Observation> {
    const { clusters } = this.services;
    const seen = await observeModule(
      {
        ...observed(module, environment),
        cluster: clusters.get(environment.cluster),
      },
      { ...options, watches: clusters.watches(environment.cluster) },
    );
    return this.complete(seen, environment);
  }

  /** Every observation, first as it is and then after each change, until `signal` aborts. */
  async watch(
    module: string,
    options: {
      environments: readonly Environment[];
      signal: AbortSignal;
      emit(observation: Observation): Promise<void>;
    },
  ): Promise<void> {
    await Promise.all(
      options.environments.map(environment =>
        this.watchOne(module, environment, options),
      ),
    );
  }

  private async watchOne(
    module: string,
    environment: Environment,
    options: {
      signal: AbortSignal;
      emit(observation: Observation): Promise<void>;
    },
  ): Promise<void> {
    const { clusters, signals } = this.services;
    let seen: ClusterObservation | undefined;
    let told = '';
    let telling: Promise<void> = Promise.resolve();
    const tell = async () => {
      if (!seen || options.signal.aborted) {
        return;
      }
      const observation = await this.complete(seen, environment);
      const says = JSON.stringify({ ...observation, observedAt: '' });
      if (says !== told) {
        told = says;
        await options.emit(observation);
      }
    };
    const tellNext = () => {
      telling = telling.catch(() => {}).then(tell);
      return telling;
    };
    const unsubscribe = signals.subscribe(signal => {
      if (signal.module === module) {
        // A fault shows at the next change; the stream itself goes on.
        tellNext().catch(() => {});
      }
    });
    try {
      for await (const now of watchObservation(observed(module, environment), {
        watches: clusters.watches(environment.cluster),
        signal: options.signal,
      })) {
        seen = now;
        await tellNext();
      }
    } finally {
      unsubscribe();
    }
  }

  /** Adds what the portal knows. What is recorded as deployed goes before what the cluster's inventory says. */
  private async complete(
    seen: ClusterObservation,
    environment: Environment,
  ): Promise<Observation> {
    const { deployments, overrides, environments, clusters } = this.services;
    const [deployed, override, [lastDeployment], unfenced, sharedAccount] =
      await Promise.all([
        deployments.deployed(seen.module, environment.name),
        overrides.find(seen.module, environment.name),
        deployments.list(seen.module, {
          environment: environment.name,
          limit: 1,
        }),
        this.unfenced(seen, environment),
        seen.unavailable
          ? undefined
          : this.services.accounts.warning(clusters.of(environment.cluster)),
      ]);
    const known = deployed ?? seen.deployed;
    const next = environments.next(environment);
    const { simulated } = clusters.of(environment.cluster);
    const bounds =
      known && (await this.services.bounds.of(known.release, environment.name));
    return {
      ...seen,
      ...(known ? { deployed: known } : {}),
      ...(override || bounds
        ? {
            scale: {
              ...(override
                ? {
                    override: override.replicas,
                    by: override.setBy,
                    since: override.setAt,
                  }
                : {}),
              ...bounds,
            },
          }
        : {}),
      ...(lastDeployment ? { lastDeployment } : {}),
      ...(next ? { promotesTo: next.name } : {}),
      ...(simulated ? { simulated } : {}),
      ...(unfenced ? { unfenced } : {}),
      ...(sharedAccount ? { sharedAccount } : {}),
    };
  }

  /** Why the cluster does not fence, or not as this portal would have it; `undefined` also where the portal does not write to it, or it does not answer. */
  private async unfenced(
    { unavailable }: ClusterObservation,
    { cluster, delivery }: Environment,
  ): Promise<string | undefined> {
    if (unavailable || delivery !== 'direct') {
      return undefined;
    }
    try {
      const { fenced, outdated, message } = await fenceOf(
        this.services.clusters.get(cluster),
        { signal: AbortSignal.timeout(FENCE_TIMEOUT) },
      );
      return fenced && !outdated ? undefined : message;
    } catch {
      // That the cluster cannot be asked is told by `unavailable` soon enough.
      return undefined;
    }
  }
}

function observed(module: string, environment: Environment) {
  return {
    module,
    environment: environment.name,
    namespace: namespaceOf(environment, module),
    application: applicationOf(environment, module),
  };
}
