import {
  countedApprovals,
  Environment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DatabaseApprovals, StoredRequest } from '../store/DatabaseApprovals';
import { People } from './People';

/** The yes that counts now, and the request that it was given to. */
export interface Given {
  /** Id of the request. */
  request: string;
  /** Entity references, each once. */
  by: string[];
}

/** Which approvals of a plan count: by people who are members still, none of whom asks. Where the environment wants none, none are looked for. */
export class GivenApprovals {
  private readonly services: { store: DatabaseApprovals; people: People };

  constructor(services: GivenApprovals['services']) {
    this.services = services;
  }

  /** Those that a new deployment, asked for by `requester`, could use. */
  async open(
    plan: string,
    { gates }: Environment,
    requester: string | undefined,
  ): Promise<Given | undefined> {
    if (!gates.approvals) return undefined;
    const request = await this.services.store.newest(plan);
    return request && !request.ended
      ? this.counted(request, gates.approvals, requester)
      : undefined;
  }

  /** Those that a deployment used. */
  async usedBy(
    deployment: { id: string; plan: string; requestedBy: string },
    { gates }: Environment,
  ): Promise<Given | undefined> {
    if (!gates.approvals) return undefined;
    const request = await this.services.store.usedBy(deployment.id);
    return request?.plan === deployment.plan
      ? this.counted(request, gates.approvals, deployment.requestedBy)
      : undefined;
  }

  private async counted(
    request: StoredRequest,
    gate: NonNullable<Environment['gates']['approvals']>,
    requester: string | undefined,
  ): Promise<Given> {
    const memberships = await this.services.people.memberships(
      request.approvals.map(({ by }) => by),
    );
    const asked = [request.requestedBy, ...(requester ? [requester] : [])];
    const by = countedApprovals(request.approvals, asked, {
      gate,
      memberships,
    });
    return { request: request.id, by };
  }
}
