import {
  Environment,
  namespaceOf,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Engine } from '@orchestr8/backstage-plugin-orchestr8-node';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseOverrides } from '../store/DatabaseOverrides';
import { DatabasePlans, PlanTerms, StoredPlan } from '../store/DatabasePlans';
import { ProblemError } from '../router/ProblemError';
import { CatalogModules } from './CatalogModules';
import { Clusters } from './Clusters';
import { Environments } from './Environments';
import { Gates } from './Gates';
import { ReleasedModule, Releases } from './Releases';

/** Plans: worked out by the engine from what the portal knows, stored by hash. */
export class Plans {
  private readonly services: PlansServices;

  constructor(services: PlansServices) {
    this.services = services;
  }

  /** What a request to plan is about: the release that runs in `from`, one by digest, or the source's present state. */
  async releaseFor(
    module: string,
    request: { release?: string; from?: string },
    fromSource: () => Promise<ReleasedModule>,
  ): Promise<ReleasedModule> {
    const { deployments, releases, environments } = this.services;
    if (request.from) {
      const from = environments.get(request.from).name;
      const running = await deployments.deployed(module, from);
      if (!running) {
        throw new ProblemError(
          'ConflictError',
          `Nothing is deployed to ${from} that could be promoted.`,
          { hint: `Deploy the module "${module}" to ${from} first.` },
        );
      }
      return releases.get(running.release);
    }
    if (request.release) {
      const released = await releases.get(request.release);
      if (released.release.module !== module) {
        throw new ProblemError(
          'InputError',
          `The release ${request.release} is one of the module "${released.release.module}", not of "${module}".`,
        );
      }
      return released;
    }
    return fromSource();
  }

  /** Makes a plan and stores it with the bytes that it shows. */
  async make(
    released: ReleasedModule,
    options: { environment: Environment; terms: PlanTerms; by: string },
  ): Promise<StoredPlan> {
    const planned = await this.workOut(released, options);
    const stored = {
      ...planned,
      terms: options.terms,
      createdBy: options.by,
    };
    await this.services.store.save(stored);
    return stored;
  }

  /** The same plan, made again now; not stored. */
  async remake(stored: StoredPlan): Promise<Plan> {
    const released = await this.services.releases.get(stored.plan.release);
    const { plan } = await this.workOut(released, {
      environment: this.services.environments.get(stored.plan.environment),
      terms: stored.terms,
    });
    return plan;
  }

  /** A plan by hash; throws NotFoundError. */
  async get(hash: string): Promise<StoredPlan> {
    const stored = await this.services.store.find(hash);
    if (!stored) {
      throw new ProblemError(
        'NotFoundError',
        `There is no plan with the hash ${hash}.`,
        { hint: 'Make a new plan.' },
      );
    }
    return stored;
  }

  private async workOut(
    released: ReleasedModule,
    options: { environment: Environment; terms: PlanTerms },
  ) {
    const { catalog, clusters, deployments, engine, environments } =
      this.services;
    const { environment, terms } = options;
    const { release, files } = released;
    await this.services.releases.demandUnchangedVersion(
      released,
      environment.name,
    );
    const [known, deployed, override, gates] = await Promise.all([
      catalog.all(),
      deployments.deployedIn(environment.name),
      this.services.overrides.find(release.module, environment.name),
      this.services.gates.evaluate(release, environment, terms),
    ]);
    const running = deployed.get(release.module);
    return engine.plan({
      files,
      release: release.digest,
      environment,
      cluster: clusters.get(environment.cluster),
      promotedFrom: terms.promotedFrom,
      replaces: running && {
        release: running.release,
        version: running.version,
      },
      modules: new Map(
        known.map(({ name }) => [
          name,
          {
            deployed: deployed.get(name)?.version,
            namespace: namespaceOf(environment, name),
          },
        ]),
      ),
      dependents: new Map(
        known
          .filter(({ dependencies }) =>
            dependencies.some(({ name }) => name === release.module),
          )
          .map(({ name }) => [name, namespaceOf(environment, name)]),
      ),
      replicas: terms.replicas ?? override?.replicas,
      restartedAt: terms.restartedAt,
      gates,
      now: new Date().toISOString(),
      lastEnvironment: environments.isLast(environment),
    });
  }
}

/** What plans are worked out from. */
export interface PlansServices {
  store: DatabasePlans;
  deployments: DatabaseDeployments;
  overrides: DatabaseOverrides;
  releases: Releases;
  catalog: CatalogModules;
  clusters: Clusters;
  environments: Environments;
  gates: Gates;
  engine: Pick<Engine, 'plan'>;
}
