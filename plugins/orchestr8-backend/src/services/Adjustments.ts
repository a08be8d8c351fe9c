import {
  Deployment,
  Environment,
  isTerminal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseOverrides } from '../store/DatabaseOverrides';
import { ProblemError } from '../router/ProblemError';
import { demandDeployable } from './demandDeployable';
import { Deployments } from './Deployments';
import { Plans } from './Plans';
import { ReleasedModule, Releases } from './Releases';
import { scaleBounds } from './scaleBounds';

/** What is done to what runs, without bringing anything new: scaling and restarting. */
export class Adjustments {
  private readonly services: {
    store: DatabaseDeployments;
    deployments: Pick<Deployments, 'enqueue'>;
    overrides: DatabaseOverrides;
    plans: Plans;
    releases: Releases;
  };

  constructor(services: Adjustments['services']) {
    this.services = services;
  }

  /** Sets the number of replicas of what runs, and keeps it for later deployments. */
  async scale(
    module: string,
    request: { environment: Environment; replicas: number; by: string },
  ): Promise<Deployment> {
    const { environment, replicas, by } = request;
    const released = await this.running(module, environment);
    const { min, max } = scaleBounds(released.files, environment.name);
    if (replicas < min || replicas > max) {
      throw new ProblemError(
        'InputError',
        `The module "${module}" takes between ${min} and ${max} replicas in ${environment.name}, not ${replicas}.`,
        {
          hint: `The bounds are those of autoscaling in environments/${environment.name}.yaml, else 0 and 100.`,
        },
      );
    }
    const stored = await this.services.plans.make(released, {
      environment,
      by,
      terms: { kind: 'scale', replicas },
    });
    demandDeployable(stored.plan);
    await this.services.overrides.set(module, environment.name, {
      replicas,
      setBy: by,
      setAt: new Date().toISOString(),
    });
    return this.services.deployments.enqueue(stored, { by });
  }

  /** Makes all pods of what runs anew. */
  async restart(
    module: string,
    request: { environment: Environment; by: string },
  ): Promise<Deployment> {
    const { environment, by } = request;
    const released = await this.running(module, environment);
    const stored = await this.services.plans.make(released, {
      environment,
      by,
      terms: { kind: 'restart', restartedAt: new Date().toISOString() },
    });
    demandDeployable(stored.plan);
    return this.services.deployments.enqueue(stored, { by });
  }

  /** What runs there, when nothing is about to change it. */
  private async running(
    module: string,
    environment: Environment,
  ): Promise<ReleasedModule> {
    const running = await this.services.store.deployed(
      module,
      environment.name,
    );
    if (!running) {
      throw new ProblemError(
        'ConflictError',
        `The module "${module}" is not deployed to ${environment.name}.`,
        { hint: 'Deploy it first.' },
      );
    }
    const [last] = await this.services.store.list(module, {
      environment: environment.name,
      limit: 1,
    });
    if (last && !isTerminal(last.state)) {
      throw new ProblemError(
        'ConflictError',
        `The deployment ${last.id} of "${module}" to ${environment.name} is still ${last.state}.`,
        { hint: 'Wait until it has ended, or cancel it, then try again.' },
      );
    }
    return this.services.releases.get(running.release);
  }
}
