import {
  ApprovalRequest,
  Orchestr8Client,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT, Interrupted } from '../exit';
import { FollowOptions } from './followDeployment';
import { readOn } from './readOn';
import { Session } from './Session';

/** Whether nothing but a person's yes stands against a plan. */
export function needsOnlyApproval({ gates, refusals }: Plan): boolean {
  const open = gates.find(({ gate, met }) => gate === 'approvals' && !met);
  return (
    open !== undefined &&
    refusals.length > 0 &&
    refusals.every(
      ({ kind, message }) => kind === 'gate' && message === open.message,
    )
  );
}

/**
 * Asks for the approval that a plan needs, or finds the one that was given, and
 * waits for it; answers the plan as it stands then.
 */
export async function withApproval(
  session: Session,
  portal: Orchestr8Client,
  options: FollowOptions & { plan: Plan },
): Promise<Plan> {
  const { plan, wait } = options;
  const { printer } = session;
  let request = await portal.requestApproval(plan.hash);
  printer.say(`Approval: ${request.message}`);
  if (request.state === 'waiting') {
    const answer = `o8 module approve ${plan.hash}`;
    printer.say(`Whoever may approves it with: ${answer}`);
    if (!wait) {
      throw new CommandError('It was asked for, and nothing is waited for.', {
        exitCode: EXIT.refused,
        hint: 'Run the same command again once it is approved.',
      });
    }
    request = await answered(session, portal, { ...options, request });
  }
  if (request.state !== 'approved') {
    throw new CommandError(request.message, {
      exitCode: EXIT.refused,
      hint: 'Make a new plan and ask again.',
    });
  }
  return portal.getPlan(plan.hash);
}

/** The request once it waits no more. */
async function answered(
  session: Session,
  portal: Orchestr8Client,
  options: FollowOptions & { request: ApprovalRequest },
): Promise<ApprovalRequest> {
  const { terminal, printer } = session;
  const { timeoutMs } = options;
  const clock = timeoutMs ? AbortSignal.timeout(timeoutMs) : undefined;
  const signal = AbortSignal.any([terminal.signal, ...(clock ? [clock] : [])]);
  let { request } = options;
  const requests = readOn(
    session,
    () => portal.watchApproval(request.plan, { signal }),
    { signal, isOver: () => request.state !== 'waiting' },
  );
  for await (const next of requests) {
    if (next.message !== request.message) {
      printer.say(`Approval: ${next.message}`);
    }
    request = next;
    if (request.state !== 'waiting') return request;
  }
  if (clock?.aborted) {
    throw new CommandError('The time is up, and nobody has answered.', {
      exitCode: EXIT.timedOut,
      hint: 'The request stays open; run the same command again to go on.',
    });
  }
  if (terminal.signal.aborted) {
    throw new Interrupted('Interrupted; the request for approval stays open.');
  }
  return request;
}
