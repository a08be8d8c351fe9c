import { randomUUID } from 'node:crypto';
import {
  Deployment,
  DeploymentEvent,
  isTerminal,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  DatabaseDeployments,
  EVENTS_AT_ONCE,
} from '../store/DatabaseDeployments';
import { StoredPlan } from '../store/DatabasePlans';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { ProblemError } from '../router/ProblemError';
import { Approvals } from './Approvals';
import { demandDeployable } from './demandDeployable';
import { Environments } from './Environments';
import { Given, GivenApprovals } from './GivenApprovals';
import { HeardEvents } from './HeardEvents';
import { isPerson, People } from './People';
import { Plans } from './Plans';
import { whatMoved } from './whatMoved';

/** Changes made by other processes are noticed within this time, milliseconds. */
const FOLLOW_POLL_MS = 1_000;

/** Deployments: asked for here, carried out by the worker. */
export class Deployments {
  private readonly services: {
    store: DatabaseDeployments;
    plans: Plans;
    approvals: Approvals;
    given: GivenApprovals;
    environments: Environments;
    people: People;
    signals: DeploymentSignals;
  };

  constructor(services: Deployments['services']) {
    this.services = services;
  }

  /**
   * Queues the carrying out of a plan, after another look: refused is what may
   * not be deployed, and what is no longer what was shown. At the cluster it is
   * not looked again for a plan that was made a moment ago: nobody was asked,
   * and the run looks itself before it writes.
   */
  async deploy(stored: StoredPlan, by: string): Promise<Deployment> {
    const asked = stored.plan.gates.some(({ gate }) => gate === 'approvals');
    const now = await this.demandCurrent(stored, {
      requester: by,
      recentWillDo: !asked,
    });
    demandDeployable(now);
    const { environments, given } = this.services;
    const environment = environments.get(now.environment);
    const used = now.gates.some(({ gate }) => gate === 'approvals')
      ? await given.open(now.hash, environment, by)
      : undefined;
    return this.enqueue(stored, { by, used });
  }

  /**
   * The plan as it would be made now.
   *
   * @throws ConflictError when that is not what was shown; what was approved of it is void then.
   */
  async demandCurrent(
    stored: StoredPlan,
    options?: Parameters<Plans['remake']>[1],
  ): Promise<Plan> {
    const now = await this.services.plans.remake(stored, options);
    const moved = whatMoved(stored.plan, now);
    if (moved.length > 0) {
      await this.services.approvals.void(stored.plan.hash, moved.join(' '));
      throw new ProblemError(
        'ConflictError',
        `The world has moved since this plan was made: ${moved.join(' ')}`,
        {
          moved,
          refusals: now.refusals.length > 0 ? now.refusals : undefined,
          hint: 'Make a new plan, look at it, and deploy that one.',
        },
      );
    }
    return now;
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

  /**
   * All events after the cursor, then each new one, until the deployment has
   * ended or `signal` aborts.
   *
   * @param deployment - As it was found since the reader has the cursor.
   */
  async *follow(
    deployment: Pick<Deployment, 'id' | 'state'>,
    options: { after: number; signal: AbortSignal },
  ): AsyncGenerator<DeploymentEvent> {
    const { store, signals } = this.services;
    const { id, state } = deployment;
    const { signal } = options;
    let cursor = options.after;
    // The event of an end is there once the end is seen: whoever has it already waits for nothing.
    let over = isTerminal(state);
    // Listening begins before the look, so that nothing falls in between.
    const heard = new HeardEvents(signals, id);
    try {
      while (!signal.aborted) {
        const events =
          heard.after(cursor) ?? (await store.eventsAfter(id, cursor));
        for (const event of events) {
          cursor = event.sequence;
          yield event;
          over ||= isTerminal(event.deployment.state);
        }
        if (events.length === EVENTS_AT_ONCE) continue;
        if (over) return;
        await heard.next({ timeoutMs: FOLLOW_POLL_MS, signal });
      }
    } finally {
      heard.close();
    }
  }

  /** Puts a plan that may be deployed into the queue; `used` is the approval that it uses up. */
  async enqueue(
    stored: StoredPlan,
    { by, used }: { by: string; used?: Given },
  ): Promise<Deployment> {
    const { plan, terms } = stored;
    const { people, signals, store } = this.services;
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
      ...(used ? { approvedBy: used.by } : {}),
      steps: [],
      createdAt: new Date().toISOString(),
    };
    const enqueued = await store.enqueue(deployment, {
      approval: used?.request,
      requesterKnown: isPerson(by) && (await people.knows(by)),
    });
    if (!enqueued) {
      throw new ProblemError(
        'ConflictError',
        'The approval of this plan has been used, taken back, or has expired meanwhile.',
        { hint: 'Ask for approval again.' },
      );
    }
    for (const id of [...enqueued.superseded, deployment.id, plan.hash]) {
      signals.notify({ id, module: plan.module });
    }
    return deployment;
  }
}
