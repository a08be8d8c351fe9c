import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ProblemError } from '../router/ProblemError';
import { Caller, callerName } from './Access';

/** Why a caller cannot be an approver at all; approving is for people: neither for services, nor for what acts in a person's name. */
export function notAPerson({
  principal,
}: Caller): ApprovalRequest['mayAnswer'] | undefined {
  return principal.type !== 'user' || principal.actor
    ? { allowed: false, message: 'Approving is for people, not for programs.' }
    : undefined;
}

/** Entity reference of the person who answers; throws NotAllowedError for a program. */
export function approver(caller: Caller): string {
  const refused = notAPerson(caller);
  if (refused) {
    throw new ProblemError('NotAllowedError', refused.message ?? '', {
      hint: 'Sign in to the portal as yourself, and answer there.',
    });
  }
  return callerName(caller);
}
