import { FencedOff } from '@orchestr8/backstage-plugin-orchestr8-node';
import { problemDocument } from '../router/problemDocument';
import { Claim } from '../store/Claim';
import { RunOutcome } from '../store/DatabaseRuns';

/**
 * How a run ends that broke off though nobody took its claim. An unexpected error keeps
 * its text to itself: it may hold anything.
 */
export function endOfFault(claim: Claim, error: unknown): RunOutcome {
  if (error instanceof FencedOff) return ofOlderRecord(claim, error);
  const { detail, hint } = problemDocument(error);
  return failed(claim, {
    cause: 'internal',
    message: `The deployment could not be carried out: ${detail}`,
    evidence: [],
    remedy:
      hint ??
      'Look at the log of the portal for the cause, then make a new plan and deploy again.',
  });
}

/** The cluster has heard of later runs than the database, and the claim is held: the record is the older one. */
function ofOlderRecord(claim: Claim, { newer }: FencedOff): RunOutcome {
  const { module, environment, cluster } = claim.deployment;
  const outcome = failed(claim, {
    cause: 'older-record',
    message: `The cluster "${cluster}" has seen newer deployments of ${module} to ${environment} than this portal has on record; nothing more was written.`,
    evidence: [
      `epoch of this run: ${claim.epoch}`,
      `epoch in the cluster: ${newer ?? 'a newer one'}`,
    ],
    remedy:
      'Either another portal deploys the same module there: let only one of them. Or the database of this portal was put back to an earlier state: look at what runs there, then make a new plan and deploy it; the portal goes on from what the cluster has seen.',
  });
  return newer === undefined ? outcome : { ...outcome, newerEpoch: newer };
}

function failed(
  { deployment }: Claim,
  failure: NonNullable<RunOutcome['failure']>,
): RunOutcome {
  const { steps } = deployment;
  return { state: 'failed', message: failure.message, failure, steps };
}
