import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ProblemError } from '../router/ProblemError';

/** What is answered to those who come too late. */
export function ended(request: ApprovalRequest): ProblemError {
  return new ProblemError('ConflictError', request.message, {
    hint: 'Make a new plan, and ask for its approval.',
  });
}
