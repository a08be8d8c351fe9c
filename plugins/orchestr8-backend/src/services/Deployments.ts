import { randomUUID } from 'node:crypto';
import {
  Deployment,
  DeploymentEvent,
  Environment,
  isTerminal,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseOverrides } from '../store/DatabaseOverrides';
import { StoredPlan } from '../store/DatabasePlans';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { ProblemError } from '../router/ProblemError';
import { Plans } from './Plans';
import { ReleasedModule, Releases } from './Releases';
import { scaleBounds } from './scaleBounds';
import { whatMoved } from './whatMoved';

/** Changes made by other processes are noticed within this time, milliseconds. */
const FOLLOW_POLL_MS = 1_000;

/** Deployments: asked for here, carried out by the worker. */
export class Deployments {
  private readonly services: {
    store: DatabaseDeployments;
    overrides: DatabaseOverrides;
    plans: Plans;
    releases: Releases;
    signals: DeploymentSignals;
  };

  constructor(services: Deployments['services']) {
    this.services = services;
  }

  /**
   * Queues the carrying out of a plan, after another look: refused is what may
   * not be deployed, and what is no longer what was shown.
   */
  async deploy(stored: StoredPlan, by: string): Promise<Deployment> {
    const now = await this.services.plans.remake(stored);
    demandDeployable(now);
    const moved = whatMoved(stored.plan, now);
    if (moved.length > 0) {
      throw new ProblemError(
        'ConflictError',
        `The world has moved since this plan was made: ${moved.join(' ')}`,
        { hint: 'Make a new plan, look at it, and deploy that one.' },
      );
    }
    return this.enqueue(stored, by);
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
    return this.enqueue(stored, by);
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
    return this.enqueue(stored, by);
  }

  async cancel(id: string, by: string): Promise<Deployment> {
    const { module } = await this.get(id);
    const deployment = await this.services.store.cancel(id, {
      by,
      at: new Date().toISOString(),
    });
    this.services.signals.notify({ id, module, cancel: true });
    return deployment ?? this.get(id);
  }

  /** By id; throws NotFoundError. */
  async get(id: string): Promise<Deployment> {
    const deployment = await this.services.store.find(id);
    if (!deployment) {
      throw new ProblemError(
        'NotFoundError',
        `There is no deployment "${id}".`,
        {
          hint: 'List them with "o8 module history".',
        },
      );
    }
    return deployment;
  }

  list(
    module: string,
    options: { environment?: string; limit: number },
  ): Promise<Deployment[]> {
    return this.services.store.list(module, options);
  }

  /** All events after the cursor, then each new one, until the deployment has ended or `signal` aborts. */
  async *follow(
    id: string,
    options: { after: number; signal: AbortSignal },
  ): AsyncGenerator<DeploymentEvent> {
    const { store, signals } = this.services;
    let cursor = options.after;
    while (!options.signal.aborted) {
      const woken = signals.next({
        id,
        timeoutMs: FOLLOW_POLL_MS,
        signal: options.signal,
      });
      // Read in this order: the event of an end is there once the end is seen.
      const deployment = await store.find(id);
      const events = await store.eventsAfter(id, cursor);
      for (const event of events) {
        cursor = event.sequence;
        yield event;
        if (isTerminal(event.deployment.state)) {
          return;
        }
      }
      if (events.length === 0) {
        if (!deployment || isTerminal(deployment.state)) {
          return;
        }
        await woken;
      }
    }
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

  private async enqueue(stored: StoredPlan, by: string): Promise<Deployment> {
    const { plan, terms } = stored;
    const deployment: Deployment = {
      id: randomUUID(),
      kind: terms.kind,
      module: plan.module,
      version: plan.version,
      release: plan.release,
      environment: plan.environment,
      cluster: plan.cluster,
      namespace: plan.namespace,
      plan: plan.hash,
      ...(terms.promotedFrom ? { promotedFrom: terms.promotedFrom } : {}),
      state: 'queued',
      message: 'Waiting for a worker.',
      requestedBy: by,
      steps: [],
      createdAt: new Date().toISOString(),
    };
    const { superseded } = await this.services.store.enqueue(deployment);
    for (const id of [...superseded, deployment.id]) {
      this.services.signals.notify({ id, module: plan.module });
    }
    return deployment;
  }
}

/** Throws what stands against the plan: 422 for an invalid module, else 409. */
function demandDeployable(plan: Plan): void {
  if (plan.refusals.length === 0) {
    return;
  }
  const invalid = plan.refusals.some(({ kind }) => kind === 'invalid');
  const more = plan.refusals.length - 1;
  throw new ProblemError(
    invalid ? 'InputError' : 'ConflictError',
    `This cannot be deployed to ${plan.environment}: ${
      plan.refusals[0].message
    }${more > 0 ? ` (and ${more} more)` : ''}`,
    {
      status: invalid ? 422 : 409,
      refusals: plan.refusals,
      problems: plan.problems.length > 0 ? plan.problems : undefined,
      hint: 'Clear what the refusals name, then make a new plan.',
    },
  );
}
