import {
  approvalsGate,
  Environment,
  GateResult,
  Plan,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Given } from './GivenApprovals';

/**
 * The plan with its gates as they stand now, and their refusals with them. Its
 * hash stays: gates are no part of it.
 */
export function withGates(plan: Plan, gates: GateResult[]): Plan {
  const unmet = gates
    .filter(({ met }) => !met)
    .map(({ message }): Refusal => ({ kind: 'gate', message }));
  return {
    ...plan,
    gates,
    refusals: [
      ...plan.refusals.filter(({ kind }) => kind !== 'gate'),
      ...unmet,
    ],
  };
}

/** The plan with the approvals that it has now; its other gates are as they were seen. */
export function withApprovals(
  plan: Plan,
  { gates: { approvals } }: Environment,
  given: Given | undefined,
): Plan {
  const gates = plan.gates.map(result =>
    result.gate === 'approvals' && approvals
      ? approvalsGate(approvals, given?.by ?? [])
      : result,
  );
  return withGates(plan, gates);
}
