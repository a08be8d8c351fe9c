import { randomUUID } from 'node:crypto';
import {
  Approval,
  ApprovalState,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { databaseNow, databaseTime } from './databaseClock';

/** A request for approval as it is stored; what it means now is worked out by `Approvals`. */
export interface StoredRequest {
  id: string;
  plan: string;
  module: string;
  environment: string;
  requestedBy: string;
  /** ISO 8601. */
  requestedAt: string;
  /** ISO 8601. */
  expiresAt: string;
  comment?: string;
  /** Absent while it can be answered. */
  ended?: RequestEnd & { at: string };
  approvals: Approval[];
}

/** How a request ended. */
export interface RequestEnd {
  state: Extract<ApprovalState, 'rejected' | 'used' | 'void' | 'expired'>;
  by: string;
  because: string;
  /** Id of the deployment, when it was used. */
  deployment?: string;
}

interface RequestRow {
  position: number;
  id: string;
  plan: string;
  module: string;
  environment: string;
  requested_by: string;
  requested_at: string | number;
  expires_at: string | number;
  comment: string | null;
  ended: RequestEnd['state'] | null;
  ended_because: string | null;
  ended_by: string | null;
  ended_at: string | number | null;
  deployment: string | null;
}

/** Requests for approval and the answers to them, by the clock of the database. */
export class DatabaseApprovals {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /** Asks for approval, or finds the open request: there is one per plan. */
  async ask(asked: {
    plan: string;
    module: string;
    environment: string;
    by: string;
    comment?: string;
    expiresMs: number;
  }): Promise<{ request: StoredRequest; made: boolean }> {
    await this.expire(asked.plan);
    const now = await databaseTime(this.knex);
    const id = randomUUID();
    await this.knex('o8_approval_requests')
      .insert({
        id,
        plan: asked.plan,
        module: asked.module,
        environment: asked.environment,
        requested_by: asked.by,
        requested_at: now,
        expires_at: now + asked.expiresMs,
        comment: asked.comment ?? null,
      })
      // Somebody else was faster: the open request stands.
      .onConflict(this.knex.raw('(plan) where ended is null'))
      .ignore();
    const request = await this.newest(asked.plan);
    if (!request) {
      throw new Error(`The request for approval of ${asked.plan} is gone.`);
    }
    return { request, made: request.id === id };
  }

  /** The newest request for the plan. */
  async newest(plan: string): Promise<StoredRequest | undefined> {
    const [found] = await this.list({ plan, limit: 1 });
    return found;
  }

  /** The request that a deployment used. */
  async usedBy(deployment: string): Promise<StoredRequest | undefined> {
    const [found] = await this.list({ deployment, limit: 1 });
    return found;
  }

  /** Newest first. */
  async list(query: {
    plan?: string;
    deployment?: string;
    modules?: string[];
    environment?: string;
    limit: number;
  }): Promise<StoredRequest[]> {
    const { modules, limit, ...equal } = query;
    const rows: RequestRow[] = await this.knex('o8_approval_requests')
      .where(present(equal))
      .modify(builder => {
        if (modules) builder.whereIn('module', modules);
      })
      .orderBy('position', 'desc')
      .limit(limit);
    if (rows.length === 0) return [];
    const now = await databaseTime(this.knex);
    const answers = await this.knex('o8_approvals')
      .whereIn(
        'request',
        rows.map(({ id }) => id),
      )
      .orderBy(['at', 'by']);
    return rows.map(row =>
      requestFromRow(row, {
        now,
        approvals: answers
          .filter(({ request }) => request === row.id)
          .map(({ by, at, comment }) => ({
            by,
            at: isoTime(at),
            ...(comment ? { comment } : {}),
          })),
      }),
    );
  }

  /** Records a yes. False when the request cannot be answered any more. */
  async approve(
    id: string,
    answer: { by: string; comment?: string },
  ): Promise<boolean> {
    return this.knex.transaction(async tx => {
      // Takes the row's lock, so that no end can come in between.
      const open = await openRequest(tx, id).update({ id });
      if (open === 0) {
        return false;
      }
      await tx('o8_approvals')
        .insert({
          request: id,
          by: answer.by,
          at: await databaseTime(tx),
          comment: answer.comment ?? null,
        })
        .onConflict(['request', 'by'])
        .ignore();
      return true;
    });
  }

  /** Ends a request that can still be answered; false when there is none any more. */
  async end(id: string, end: RequestEnd): Promise<boolean> {
    return endRequest(this.knex, id, end);
  }

  private async expire(plan: string): Promise<void> {
    await this.knex('o8_approval_requests')
      .where({ plan })
      .whereNull('ended')
      .andWhere('expires_at', '<=', databaseNow(this.knex))
      .update({ ended: 'expired', ended_at: this.knex.ref('expires_at') });
  }
}

/** Ends a request inside the transaction of what ends it, such as the deployment that uses it. */
export async function endRequest(
  knex: Knex,
  id: string,
  end: RequestEnd,
): Promise<boolean> {
  const ended = await openRequest(knex, id).update({
    ended: end.state,
    ended_by: end.by,
    ended_because: end.because,
    ended_at: databaseNow(knex),
    deployment: end.deployment ?? null,
  });
  return ended > 0;
}

function openRequest(knex: Knex, id: string) {
  return knex('o8_approval_requests')
    .where({ id })
    .whereNull('ended')
    .andWhere('expires_at', '>', databaseNow(knex));
}

function requestFromRow(
  row: RequestRow,
  { now, approvals }: { now: number; approvals: Approval[] },
): StoredRequest {
  const expired = !row.ended && Number(row.expires_at) <= now;
  const state = expired ? 'expired' : row.ended;
  return {
    id: row.id,
    plan: row.plan,
    module: row.module,
    environment: row.environment,
    requestedBy: row.requested_by,
    requestedAt: isoTime(row.requested_at),
    expiresAt: isoTime(row.expires_at),
    ...(row.comment ? { comment: row.comment } : {}),
    ...(state
      ? {
          ended: {
            state,
            by: row.ended_by ?? '',
            because: row.ended_because ?? '',
            at: isoTime(row.ended_at ?? row.expires_at),
            ...(row.deployment ? { deployment: row.deployment } : {}),
          },
        }
      : {}),
    approvals,
  };
}

function isoTime(milliseconds: string | number): string {
  return new Date(Number(milliseconds)).toISOString();
}

/** Without the conditions that nobody set. */
function present(where: Record<string, string | undefined>) {
  return Object.fromEntries(
    Object.entries(where).filter(([, value]) => value !== undefined),
  );
}
