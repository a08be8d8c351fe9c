import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ProblemError } from '../router/ProblemError';

/** Throws what stands against the plan: 422 for an invalid module, else 409. */
export function demandDeployable(plan: Plan): void {
  if (plan.refusals.length === 0) {
    return;
  }
  const invalid = plan.refusals.some(({ kind }) => kind === 'invalid');
  const more = plan.refusals.length - 1;
  throw new ProblemError(
    invalid ? 'InputError' : 'ConflictError',
    `This cannot be deployed to ${plan.environment}: ${
      plan.refusals[0].message
    }${more > 0 ? ` (and ${more} more)` : ''}`,
    {
      status: invalid ? 422 : 409,
      refusals: plan.refusals,
      problems: plan.problems.length > 0 ? plan.problems : undefined,
      hint: plan.refusals.every(({ kind }) => kind === 'gate')
        ? 'Clear what the gates name, then deploy this plan.'
        : 'Clear what the refusals name, then make a new plan.',
    },
  );
}
