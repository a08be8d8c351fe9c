import {
  PlanInput,
  PlannedDeployment,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { Recent } from './Recent';

/** Milliseconds in which nobody has read a plan to its end. */
export const UNREAD_MS = 2_000;
/** Plans kept; the oldest go first. */
const MOST = 100;

/** The plans that were made a moment ago, by what they were made from; what the clusters held is not among it. */
export class RecentPlans {
  private readonly made = new Recent<PlannedDeployment>({
    ms: UNREAD_MS,
    most: MOST,
  });

  remember(input: PlanInput, planned: PlannedDeployment): void {
    this.made.remember(keyOf(input), planned);
  }

  /** The plan that was made of just this, if that was a moment ago. */
  find(input: PlanInput): PlannedDeployment | undefined {
    return this.made.find(keyOf(input));
  }
}

/** The release stands for its files, the environment for its cluster. */
function keyOf(input: PlanInput): string {
  const { files: _, cluster: __, now: ___, ...rest } = input;
  return JSON.stringify({
    ...rest,
    modules: [...input.modules],
    dependents: [...input.dependents],
  });
}
