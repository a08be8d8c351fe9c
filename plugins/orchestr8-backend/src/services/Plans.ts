import {
  Environment,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlannedDeployment } from '@orchestr8/backstage-plugin-orchestr8-node';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabasePlans, PlanTerms, StoredPlan } from '../store/DatabasePlans';
import { ProblemError } from '../router/ProblemError';
import { Environments } from './Environments';
import { GivenApprovals } from './GivenApprovals';
import { PlanMaker, PlanPurpose } from './PlanMaker';
import { ReleasedModule, Releases } from './Releases';
import { withApprovals } from './withGates';

/** Plans: made from what the portal knows, stored by hash. */
export class Plans {
  private readonly services: {
    store: DatabasePlans;
    maker: PlanMaker;
    deployments: DatabaseDeployments;
    releases: Releases;
    environments: Environments;
    given: GivenApprovals;
  };

  constructor(services: Plans['services']) {
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

  /** Makes a plan of a release and stores it with the bytes that it shows. */
  async make(
    released: ReleasedModule,
    options: Pick<PlanPurpose, 'environment' | 'terms' | 'dependents'> & {
      by: string;
    },
  ): Promise<StoredPlan> {
    const { maker } = this.services;
    return this.keep(await maker.planRelease(released, options), options);
  }

  /** Makes a plan of a module's going, and stores it. */
  async makeDeletion(
    module: string,
    options: { environment: Environment; terms: PlanTerms; by: string },
  ): Promise<StoredPlan> {
    const { maker } = this.services;
    return this.keep(await maker.planDeletion(module, options), options);
  }

  /**
   * The same plan, made again now; not stored.
   *
   * @param options - `recentWillDo`: what the cluster held a moment ago is good enough.
   */
  async remake(
    stored: StoredPlan,
    options: Pick<PlanPurpose, 'requester' | 'recentWillDo'> = {},
  ): Promise<Plan> {
    const { maker, releases, environments } = this.services;
    const { plan, terms } = stored;
    const purpose: PlanPurpose = {
      environment: environments.get(plan.environment),
      terms,
      ...options,
    };
    const planned =
      terms.kind === 'delete'
        ? await maker.planDeletion(plan.module, purpose)
        : await maker.planRelease(await releases.get(plan.release), purpose);
    return planned.plan;
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

  /** A plan by hash, with the approvals that it has now. */
  async show(hash: string): Promise<Plan> {
    const { plan } = await this.get(hash);
    const { environments, given } = this.services;
    const environment = environments.get(plan.environment);
    return withApprovals(
      plan,
      environment,
      await given.open(hash, environment, undefined),
    );
  }

  private async keep(
    planned: PlannedDeployment,
    options: { terms: PlanTerms; by: string },
  ): Promise<StoredPlan> {
    const stored = {
      ...planned,
      terms: options.terms,
      createdBy: options.by,
    };
    await this.services.store.save(stored);
    return stored;
  }
}
