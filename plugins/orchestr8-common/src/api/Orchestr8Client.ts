import {
  ApprovalRequest,
  ApprovalState,
  Deployment,
  DeploymentEvent,
  Plan,
} from '../deployment';
import {
  DeletionRequest,
  DeployRequest,
  KeptRelease,
  PlanRequest,
  RollbackRequest,
  ScaleRequest,
} from './contract';
import { ModuleClient, segment, StreamOptions } from './ModuleClient';

/**
 * The one client of the portal's API, for cards and CLI: a method a route of
 * `contract.ts`. Failures reject with `ApiError`.
 *
 * @public
 */
export class Orchestr8Client extends ModuleClient {
  makePlan(module: string, request: PlanRequest): Promise<Plan> {
    return this.transport.json(`/modules/${segment(module)}/plans`, {
      body: request,
    });
  }

  /** What it takes that a release which ran there runs there again; nothing is changed. */
  planRollback(module: string, request: RollbackRequest): Promise<Plan> {
    return this.transport.json(`/modules/${segment(module)}/rollback`, {
      body: request,
    });
  }

  /** What it takes that the module is gone from an environment; nothing is changed. */
  planDeletion(module: string, request: DeletionRequest): Promise<Plan> {
    return this.transport.json(`/modules/${segment(module)}/delete`, {
      body: request,
    });
  }

  /** The releases that ran in an environment, newest first: what a rollback can bring back. */
  async listReleases(
    module: string,
    environment: string,
  ): Promise<KeptRelease[]> {
    return this.items(`/modules/${segment(module)}/releases`, { environment });
  }

  getPlan(hash: string): Promise<Plan> {
    return this.transport.json(`/plans/${segment(hash)}`);
  }

  /** Asks for the approval that the plan's environment demands; answers the open request when there is one. */
  requestApproval(
    plan: string,
    request: { comment?: string } = {},
  ): Promise<ApprovalRequest> {
    return this.transport.json(`/plans/${segment(plan)}/approval`, {
      body: request,
    });
  }

  /** The newest request for the plan's approval; rejects with `NotFoundError` when nobody asked. */
  getApproval(plan: string): Promise<ApprovalRequest> {
    return this.transport.json(`/plans/${segment(plan)}/approval`);
  }

  /** How the newest request stands, then each change; ends once nothing changes it any more. */
  async *watchApproval(
    plan: string,
    options: StreamOptions,
  ): AsyncGenerator<ApprovalRequest> {
    const path = `/plans/${segment(plan)}/approval/stream`;
    for await (const { event, data } of this.transport.events(path, options)) {
      if (event === 'approval') yield data as ApprovalRequest;
    }
  }

  /** A person's yes. Rejects with `NotAllowedError` for the requester's own, and with `ConflictError` when the world has moved. */
  approvePlan(
    plan: string,
    answer: { comment?: string } = {},
  ): Promise<ApprovalRequest> {
    return this.transport.json(`/plans/${segment(plan)}/approve`, {
      body: answer,
    });
  }

  /** A person's no; what others had said does not count any more. */
  rejectPlan(
    plan: string,
    answer: { reason: string },
  ): Promise<ApprovalRequest> {
    return this.transport.json(`/plans/${segment(plan)}/reject`, {
      body: answer,
    });
  }

  /** Requests for approval of the modules that the caller may read, newest first. */
  async listApprovals(
    query: {
      module?: string;
      environment?: string;
      state?: ApprovalState;
      limit?: number;
    } = {},
  ): Promise<ApprovalRequest[]> {
    return this.items('/approvals', query);
  }

  /** Rejects with `ConflictError` when the world has moved since the plan. */
  deploy(request: DeployRequest): Promise<Deployment> {
    return this.transport.json('/deployments', { body: request });
  }

  getDeployment(id: string): Promise<Deployment> {
    return this.transport.json(`/deployments/${segment(id)}`);
  }

  /** Events after a cursor; ends after a terminal state. */
  async *watchDeployment(
    id: string,
    options: StreamOptions & { after?: number },
  ): AsyncGenerator<DeploymentEvent> {
    const events = this.transport.events(`/deployments/${segment(id)}/stream`, {
      query: { after: options.after },
      signal: options.signal,
    });
    for await (const { event, data } of events) {
      if (event === 'deployment') yield data as DeploymentEvent;
    }
  }

  cancelDeployment(id: string): Promise<Deployment> {
    return this.transport.json(`/deployments/${segment(id)}/cancel`, {
      body: {},
    });
  }

  /** Newest first. */
  async listDeployments(
    module: string,
    query: { environment?: string; limit?: number } = {},
  ): Promise<Deployment[]> {
    return this.items(`/modules/${segment(module)}/deployments`, query);
  }

  scale(module: string, request: ScaleRequest): Promise<Deployment> {
    return this.transport.json(`/modules/${segment(module)}/scale`, {
      body: request,
    });
  }

  restart(module: string, environment: string): Promise<Deployment> {
    return this.transport.json(`/modules/${segment(module)}/restart`, {
      body: { environment },
    });
  }
}
