import {
  ApprovalRequest,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';

/** So many digits of a hash tell plans apart. */
const ENOUGH = 8;

/** The request for the approval of a plan that is named by its hash, whole or its first digits. */
export async function findRequest(
  portal: Orchestr8Client,
  given: string,
): Promise<ApprovalRequest> {
  const digits = given.replace(/^sha256:/, '');
  if (!/^[0-9a-f]{1,64}$/.test(digits) || digits.length < ENOUGH) {
    throw new CommandError(`"${given}" is not the hash of a plan.`, {
      exitCode: EXIT.usage,
      hint: `Give the hash that the plan ends with, or at least its first ${ENOUGH} digits.`,
    });
  }
  if (digits.length === 64) return portal.getApproval(`sha256:${digits}`);
  const waiting = await portal.listApprovals({ state: 'waiting', limit: 200 });
  const found = waiting.filter(({ plan }) =>
    plan.startsWith(`sha256:${digits}`),
  );
  if (found.length === 1) return found[0];
  throw new CommandError(
    found.length === 0
      ? `No plan that waits for approval begins with ${digits}.`
      : `${found.length} plans begin with ${digits}.`,
    { exitCode: EXIT.usage, hint: 'Give the whole hash of the plan.' },
  );
}

/** Ends the verb when the person may not answer; the portal has said why. */
export function demandAnswerable({ mayAnswer }: ApprovalRequest): void {
  if (mayAnswer.allowed) return;
  throw new CommandError(mayAnswer.message ?? 'You may not answer this.', {
    exitCode: EXIT.refused,
  });
}
