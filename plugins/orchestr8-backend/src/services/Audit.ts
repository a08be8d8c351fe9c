import { AuditorService } from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { problemDocument } from '../router/problemDocument';
import {
  AuditedAct,
  AuditVerdict,
  DatabaseAudit,
} from '../store/DatabaseAudit';

/** What is known of a request when it is written down. */
export interface AuditedRequest {
  eventId: string;
  request: Request;
  severityLevel?: 'low' | 'medium' | 'high';
  /** Nothing is lost when it breaks off: the portal writes it down when it has ended, once. */
  changesNothing?: boolean;
  meta: Record<string, string | number | boolean | undefined>;
}

/** Tells Backstage's auditor and the portal's own record of every act and of every refusal. */
export class Audit {
  private readonly auditor: AuditorService;
  private readonly store: DatabaseAudit;
  private readonly written = new WeakSet<Request>();

  constructor(options: { auditor: AuditorService; store: DatabaseAudit }) {
    this.auditor = options.auditor;
    this.store = options.store;
  }

  /** Whether the request has been written down. */
  knows(request: Request): boolean {
    return this.written.has(request);
  }

  /**
   * Writes an act down, carries it out, and writes down what came of it, before
   * anybody has the answer.
   *
   * @param who - Who asks, and the permissions that were asked for when it has ended.
   */
  async carryOut<T>(
    act: AuditedRequest,
    who: { name?: string; demanded(): readonly string[] },
    work: () => Promise<T>,
  ): Promise<T> {
    const { eventId, request } = act;
    this.written.add(request);
    const meta: Record<string, string | number | boolean> = JSON.parse(
      JSON.stringify(act.meta),
    );
    const row = rowOf(act, who.name, meta);
    const sequence = act.changesNothing
      ? undefined
      : await this.store.begin(row);
    const end = (verdict: AuditVerdict) =>
      sequence === undefined
        ? this.store.record(row, verdict)
        : this.store.end(sequence, verdict);
    const event = await this.auditor.createEvent({
      eventId,
      request,
      severityLevel: act.severityLevel ?? 'medium',
      meta,
    });
    const reason = () => who.demanded().join(', ') || 'signed in';
    try {
      const result = await work();
      await end({
        decision: 'allowed',
        reason: reason(),
        outcome: 'succeeded',
      });
      await event.success();
      return result;
    } catch (error) {
      const verdict = verdictOf(error, reason());
      await end(verdict);
      // In the words of the answer: the error itself may hold anything.
      await event.fail({ error: new Error(verdict.message) });
      throw error;
    }
  }
}

function rowOf(
  { eventId, request }: AuditedRequest,
  who: string | undefined,
  meta: Record<string, string | number | boolean>,
): AuditedAct {
  const { module, environment, ...details } = meta;
  return {
    ...(who ? { who } : {}),
    event: eventId,
    request: `${request.method} ${request.path}`,
    ...(module === undefined ? {} : { module: String(module) }),
    ...(environment === undefined ? {} : { environment: String(environment) }),
    details,
  };
}

function verdictOf(error: unknown, reason: string): AuditVerdict {
  const { status, detail } = problemDocument(error);
  if (status === 401 || status === 403) {
    return {
      decision: 'refused',
      reason,
      outcome: 'refused',
      message: detail,
    };
  }
  const undecided = status === 400 || status === 404;
  return {
    ...(undecided ? {} : { decision: 'allowed' as const, reason }),
    outcome: 'failed',
    message: detail,
  };
}
