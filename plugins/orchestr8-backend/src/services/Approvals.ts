import {
  ApprovalRequest,
  ApprovalState,
  countedApprovals,
  Gates,
  mayAnswer,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DatabaseApprovals, StoredRequest } from '../store/DatabaseApprovals';
import { DatabasePlans, StoredPlan } from '../store/DatabasePlans';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { ProblemError } from '../router/ProblemError';
import { Caller, callerName } from './Access';
import { approver, notAPerson } from './approver';
import { describeRequest } from './describeRequest';
import { ended } from './ended';
import { Environments } from './Environments';
import { People } from './People';

/** How long a request is good for when the environment does not say. */
const EXPIRES_MS = 24 * 3_600_000;
/** How many of the newest requests are looked through for those in a state. */
const LISTED = 500;
/** Answers given at other replicas, and time itself, are noticed within this time, milliseconds. */
const FOLLOW_POLL_MS = 1_000;

/** Requests for approval: asking, answering, and what counts. */
export class Approvals {
  private readonly services: {
    store: DatabaseApprovals;
    plans: DatabasePlans;
    environments: Environments;
    people: People;
    signals: DeploymentSignals;
  };

  constructor(services: Approvals['services']) {
    this.services = services;
  }

  /** Asks for the approval of a plan, or answers the request that is open. */
  async ask(
    stored: StoredPlan,
    { caller, comment }: { caller: Caller; comment?: string },
  ): Promise<ApprovalRequest> {
    const { plan } = stored;
    const gate = this.gateOf(plan.environment);
    if (!gate) {
      throw new ProblemError(
        'ConflictError',
        `${plan.environment} demands no approval.`,
        { hint: 'Deploy the plan.' },
      );
    }
    const others = plan.refusals.filter(({ kind }) => kind !== 'gate');
    if (others.length > 0) {
      throw new ProblemError(
        'ConflictError',
        `This plan cannot be deployed, whoever approves it: ${others[0].message}`,
        {
          refusals: others,
          hint: 'Clear what the refusals name, then make a new plan.',
        },
      );
    }
    const { request } = await this.services.store.ask({
      plan: plan.hash,
      module: plan.module,
      environment: plan.environment,
      by: callerName(caller),
      comment,
      expiresMs: gate.expiresMs ?? EXPIRES_MS,
    });
    this.services.signals.notify({ id: plan.hash, module: plan.module });
    return this.describe(request, stored, caller);
  }

  /** How the newest request stands; throws NotFoundError when nobody has asked. */
  async get(stored: StoredPlan, caller: Caller): Promise<ApprovalRequest> {
    return this.describe(await this.request(stored), stored, caller);
  }

  /** Newest first. */
  async list(
    query: {
      modules: string[];
      environment?: string;
      state?: ApprovalState;
      limit: number;
    },
    caller: Caller,
  ): Promise<ApprovalRequest[]> {
    const { state, limit, ...where } = query;
    const requests = await this.services.store.list({
      ...where,
      // What a request means now is not in its row: more are read, and sieved.
      limit: state ? LISTED : limit,
    });
    const described = await Promise.all(
      requests.map(async request => {
        const stored = await this.services.plans.find(request.plan);
        return stored && this.describe(request, stored, caller);
      }),
    );
    return described
      .filter(request => request !== undefined)
      .filter(request => !state || request.state === state)
      .slice(0, limit);
  }

  /** How the newest request stands, then each change, until it has ended or `signal` aborts. */
  async *follow(
    stored: StoredPlan,
    { caller, signal }: { caller: Caller; signal: AbortSignal },
  ): AsyncGenerator<ApprovalRequest> {
    let told = '';
    while (!signal.aborted) {
      const woken = this.services.signals.next({
        id: stored.plan.hash,
        timeoutMs: FOLLOW_POLL_MS,
        signal,
      });
      const request = await this.get(stored, caller);
      const says = JSON.stringify(request);
      if (says !== told) {
        told = says;
        yield request;
      }
      if (!['waiting', 'approved'].includes(request.state)) {
        return;
      }
      await woken;
    }
  }

  /**
   * A person's yes.
   *
   * @param demandCurrent - Rejects when the plan is not what would happen now: the request is void then.
   */
  async approve(
    stored: StoredPlan,
    answer: {
      caller: Caller;
      comment?: string;
      demandCurrent(): Promise<void>;
    },
  ): Promise<ApprovalRequest> {
    const { caller, comment } = answer;
    const by = approver(caller);
    const request = await this.answerable(stored, caller);
    await answer.demandCurrent();
    const { store } = this.services;
    if (!(await store.approve(request.id, { by, comment }))) {
      throw ended(await this.get(stored, caller));
    }
    const { hash: id, module } = stored.plan;
    this.services.signals.notify({ id, module });
    return this.get(stored, caller);
  }

  /** A person's no: it ends the request. */
  async reject(
    stored: StoredPlan,
    answer: { caller: Caller; reason: string },
  ): Promise<ApprovalRequest> {
    const { caller, reason } = answer;
    const by = approver(caller);
    const request = await this.answerable(stored, caller);
    const end = { state: 'rejected' as const, by, because: reason };
    if (!(await this.services.store.end(request.id, end))) {
      throw ended(await this.get(stored, caller));
    }
    const { hash: id, module } = stored.plan;
    this.services.signals.notify({ id, module });
    return this.get(stored, caller);
  }

  /** What was approved is not what would happen any more: an open request is void. */
  async void(plan: string, because: string): Promise<void> {
    const request = await this.services.store.newest(plan);
    if (!request || request.ended) {
      return;
    }
    const end = { state: 'void' as const, by: 'orchestr8', because };
    await this.services.store.end(request.id, end);
    this.services.signals.notify({ id: plan, module: request.module });
  }

  private async answerable(
    stored: StoredPlan,
    caller: Caller,
  ): Promise<StoredRequest> {
    const request = await this.request(stored);
    const described = await this.describe(request, stored, caller);
    if (!['waiting', 'approved'].includes(described.state)) {
      throw ended(described);
    }
    const { allowed, message } = described.mayAnswer;
    if (!allowed) {
      throw new ProblemError('NotAllowedError', message ?? 'You may not.', {
        hint: `Ask a member of ${described.from.join(' or ')}.`,
      });
    }
    return request;
  }

  private async request(stored: StoredPlan): Promise<StoredRequest> {
    const request = await this.services.store.newest(stored.plan.hash);
    if (!request) {
      throw new ProblemError(
        'NotFoundError',
        'Nobody has asked for the approval of this plan.',
        { hint: 'Ask with "o8 module deploy --approve", or in the portal.' },
      );
    }
    return request;
  }

  private async describe(
    request: StoredRequest,
    stored: StoredPlan,
    caller: Caller,
  ): Promise<ApprovalRequest> {
    const gate = this.gateOf(request.environment) ?? { required: 0, from: [] };
    const person = callerName(caller);
    const memberships = await this.services.people.memberships([
      person,
      ...request.approvals.map(({ by }) => by),
    ]);
    return describeRequest(request, stored, {
      gate,
      counted: countedApprovals(request.approvals, [request.requestedBy], {
        gate,
        memberships,
      }),
      mayAnswer:
        notAPerson(caller) ?? mayAnswer(request, person, { gate, memberships }),
    });
  }

  private gateOf(environment: string): Gates['approvals'] {
    return this.services.environments.items.find(
      ({ name }) => name === environment,
    )?.gates.approvals;
  }
}
