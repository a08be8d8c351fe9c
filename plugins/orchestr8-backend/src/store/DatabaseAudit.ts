import { Knex } from 'knex';
import { databaseNow } from './databaseClock';

/** A request as it is written down; it never holds what a body carried, only what it was about. */
export interface AuditedAct {
  /** Entity reference or subject; absent: not signed in. */
  who?: string;
  /** As the auditor names it, such as `module-scale`. */
  event: string;
  /** Method and path without the query. */
  request: string;
  module?: string;
  environment?: string;
  details: Record<string, string | number | boolean>;
}

/** What came of an audited request. */
export interface AuditVerdict {
  /** Absent: it failed before anybody had to decide. */
  decision?: 'allowed' | 'refused';
  /** What the decision rests on: the permissions that were asked for. */
  reason?: string;
  outcome: 'succeeded' | 'failed' | 'refused';
  /** Why it failed, as the caller was told. */
  message?: string;
}

/** The record of who asked for what, and what came of it; rows are never deleted. */
export class DatabaseAudit {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /** Writes an act down before it is begun: one that breaks off stays `begun`. */
  async begin(act: AuditedAct): Promise<number> {
    const [{ sequence }] = await this.knex('o8_audit')
      .insert({ ...this.about(act), outcome: 'begun' })
      .returning('sequence');
    return Number(sequence);
  }

  /** Writes down how the act ended. */
  async end(sequence: number, verdict: AuditVerdict): Promise<void> {
    await this.knex('o8_audit').where({ sequence }).update(ended(verdict));
  }

  /** Writes down what is over, and how it ended. */
  async record(act: AuditedAct, verdict: AuditVerdict): Promise<void> {
    await this.knex('o8_audit').insert({
      ...this.about(act),
      ...ended(verdict),
    });
  }

  private about(act: AuditedAct) {
    return {
      at: databaseNow(this.knex),
      who: act.who ?? null,
      event: act.event,
      request: act.request.slice(0, 1024),
      module: act.module ?? null,
      environment: act.environment ?? null,
      details: JSON.stringify(act.details),
    };
  }
}

function ended({ decision, reason, outcome, message }: AuditVerdict) {
  return {
    decision: decision ?? null,
    reason: reason ?? null,
    outcome,
    message: message ?? null,
  };
}
