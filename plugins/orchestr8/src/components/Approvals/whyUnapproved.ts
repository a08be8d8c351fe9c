import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Why a plan whose approval stands like this cannot be deployed, as a sentence; absent: it can be. */
export function whyUnapproved(request: ApprovalRequest): string | undefined {
  switch (request.state) {
    case 'approved':
      return undefined;
    case 'waiting':
      return 'It waits for approval.';
    case 'used':
      return 'Its approval has been used by another deployment, and is good for one only: ask for approval again.';
    case 'rejected':
      return 'Its approval was rejected: the reason is named above.';
    case 'expired':
      return 'Its approval has expired: ask for approval again.';
    case 'void':
      return 'It is not what would happen any more: make a new plan.';
    default:
      return request.state satisfies never;
  }
}
