import { EnvironmentRow } from './useEnvironments';

/**
 * Why there is nothing to promote into an environment, as a sentence. Gates are
 * not weighed here: the plan does that and names what is unmet.
 */
export function whyNotPromote(
  target: EnvironmentRow,
  source?: EnvironmentRow,
): string | undefined {
  const from = target.environment.promoteFrom;
  const there = target.observation?.deployed;
  const here = source?.observation?.deployed;
  if (!source) return `The environment ${from} is not configured.`;
  if (!source.observation) return `What runs in ${from} is not known.`;
  if (!here) return `Nothing is deployed in ${from} yet.`;
  if (there?.release === here.release) {
    return `Runs the same release as ${from}.`;
  }
  return undefined;
}
