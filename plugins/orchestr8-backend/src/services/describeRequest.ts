import {
  ApprovalRequest,
  ApprovalState,
  Gates,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { StoredRequest } from '../store/DatabaseApprovals';
import { StoredPlan } from '../store/DatabasePlans';

/** What a stored request means now. */
export function describeRequest(
  request: StoredRequest,
  { plan, terms }: Pick<StoredPlan, 'plan' | 'terms'>,
  now: {
    gate: NonNullable<Gates['approvals']>;
    /** Whose yes counts now. */
    counted: readonly string[];
    mayAnswer: ApprovalRequest['mayAnswer'];
  },
): ApprovalRequest {
  const { ended, approvals } = request;
  const { gate, counted, mayAnswer } = now;
  const enough = counted.length >= gate.required;
  const state: ApprovalState =
    ended?.state ?? (enough ? 'approved' : 'waiting');
  return {
    id: request.id,
    plan: plan.hash,
    kind: terms.kind,
    module: plan.module,
    version: plan.version,
    release: plan.release,
    environment: plan.environment,
    ...(plan.promotedFrom ? { promotedFrom: plan.promotedFrom } : {}),
    state,
    message: sentence(state, request, now),
    requestedBy: request.requestedBy,
    requestedAt: request.requestedAt,
    ...(request.comment ? { comment: request.comment } : {}),
    expiresAt: request.expiresAt,
    required: gate.required,
    from: gate.from,
    approvals,
    ...(ended?.state === 'rejected'
      ? { rejection: { by: ended.by, at: ended.at, reason: ended.because } }
      : {}),
    ...(ended?.deployment ? { deployment: ended.deployment } : {}),
    mayAnswer: ended ? { allowed: false, message: 'It has ended.' } : mayAnswer,
  };
}

function sentence(
  state: ApprovalState,
  { ended, approvals, expiresAt }: StoredRequest,
  {
    gate,
    counted,
  }: { gate: NonNullable<Gates['approvals']>; counted: readonly string[] },
): string {
  switch (state) {
    case 'waiting': {
      const lost = approvals.length - counted.length;
      return `${counted.length} of ${
        gate.required
      } approvals; it waits for members of ${gate.from.join(' or ')}.${
        lost > 0 ? ` ${lost} of those given do not count any more.` : ''
      }`;
    }
    case 'approved':
      return `Approved by ${counted.join(
        ', ',
      )}; it can be deployed until ${expiresAt}.`;
    case 'rejected':
      return `Rejected by ${ended?.by}: ${ended?.because}`;
    case 'expired':
      return `Nobody used it before ${expiresAt}.`;
    case 'used':
      return `The deployment ${ended?.deployment} used it.`;
    case 'void':
      return `The plan is not what would happen any more: ${ended?.because}`;
    default:
      throw new Error(`There is no state "${state satisfies never}".`);
  }
}
