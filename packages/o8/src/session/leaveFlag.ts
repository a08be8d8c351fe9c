import { Leave, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Option } from 'commander';

/** What leave can be given for where a release is brought. */
const LEAVES: Leave[] = ['emptying', 'conflicts'];

/** `--leave`, for verbs that plan to bring a release. */
export function leaveFlag(): Option {
  return new Option(
    '--leave <what...>',
    'give leave for what plans do not do by themselves',
  ).choices(LEAVES);
}

/** How the leave is given that clears all refusals of a plan; `undefined` when none does. */
export function leaveHint(plan: Plan): string | undefined {
  const missing = plan.refusals.map(({ leave }) => leave);
  if (missing.length === 0 || missing.includes(undefined)) return undefined;
  const all = [...new Set([...(plan.leave ?? []), ...missing])].sort();
  const flag = plan.kind === 'delete' ? '--with' : '--leave';
  return `If that is meant, add ${flag} ${all.join(
    ' ',
  )}; it needs the permission orchestr8.module.force.`;
}
