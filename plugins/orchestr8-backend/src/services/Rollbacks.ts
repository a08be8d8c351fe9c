import {
  Deployment,
  DeploymentKind,
  Environment,
  KeptRelease,
  Leave,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlannedDeployment } from '@orchestr8/backstage-plugin-orchestr8-node';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { StoredPlan } from '../store/DatabasePlans';
import { ProblemError } from '../router/ProblemError';
import { Environments } from './Environments';
import { Plans } from './Plans';
import { Releases } from './Releases';
import { withGates } from './withGates';

/** Kinds of deployment that bring a release, and that a failure of is taken back. */
const BRINGING: DeploymentKind[] = ['deploy', 'promote', 'rollback'];

/** Going back to what ran before: by a plan that a person asks for, or by itself after a failure. */
export class Rollbacks {
  private readonly services: {
    deployments: DatabaseDeployments;
    environments: Environments;
    plans: Plans;
    releases: Releases;
  };

  constructor(services: Rollbacks['services']) {
    this.services = services;
  }

  /** The releases that ran in an environment, the newest first, each once. */
  async kept(module: string, environment: Environment): Promise<KeptRelease[]> {
    const { deployments } = this.services;
    const running = await deployments.deployed(module, environment.name);
    const ran = await deployments.succeeded(module, environment.name, BRINGING);
    const kept = new Map<string, KeptRelease>();
    for (const deployment of ran) {
      const { release, version, finishedAt, createdAt, id } = deployment;
      if (!kept.has(release)) {
        kept.set(release, {
          release,
          version,
          deployedAt: finishedAt ?? createdAt,
          deployment: id,
          current: release === running?.release,
        });
      }
    }
    return [...kept.values()];
  }

  /** Plans that a kept release runs again: one by digest, one by version, else the one before. */
  async plan(
    module: string,
    request: {
      environment: Environment;
      release?: string;
      version?: string;
      leave?: Leave[];
      by: string;
    },
  ): Promise<StoredPlan> {
    const { environment, leave, by } = request;
    const kept = await this.kept(module, environment);
    const wanted = wantedOf(kept, request);
    if (!wanted) {
      const known = kept
        .filter(({ current }) => !current)
        .map(({ version }) => version);
      throw new ProblemError(
        'ConflictError',
        request.version || request.release
          ? `${
              request.version ?? request.release
            } of "${module}" never ran in ${environment.name}.`
          : `Nothing else of "${module}" has run in ${environment.name} that could run again.`,
        {
          hint: known.length
            ? `These ran there: ${known.join(', ')}.`
            : 'Deploy another release instead.',
        },
      );
    }
    return this.services.plans.make(
      await this.services.releases.get(wanted.release),
      {
        environment,
        terms: { kind: 'rollback', ...(leave?.length ? { leave } : {}) },
        by,
      },
    );
  }

  /** How a failure of this deployment is taken back by itself; undefined where the environment leaves failures as they are. */
  automatic(
    deployment: Deployment,
  ): (() => Promise<PlannedDeployment | undefined>) | undefined {
    const environment = this.services.environments.items.find(
      ({ name }) => name === deployment.environment,
    );
    if (
      !environment?.rollbackOnFailure ||
      !BRINGING.includes(deployment.kind)
    ) {
      return undefined;
    }
    return async () => {
      const { deployments, plans, releases } = this.services;
      // The record changes only with success: it still names what ran before.
      const before = await deployments.deployed(
        deployment.module,
        environment.name,
      );
      if (!before) {
        return undefined;
      }
      const { plan, manifests } = await plans.make(
        await releases.get(before.release),
        { environment, terms: { kind: 'rollback' }, by: 'orchestr8' },
      );
      // It puts back what had passed every gate; nobody is there to clear one now.
      return { plan: withGates(plan, []), manifests };
    };
  }
}

function wantedOf(
  kept: KeptRelease[],
  { release, version }: { release?: string; version?: string },
): KeptRelease | undefined {
  if (release) {
    return kept.find(candidate => candidate.release === release);
  }
  if (version) {
    return kept.find(candidate => candidate.version === version);
  }
  return kept.find(({ current }) => !current);
}
