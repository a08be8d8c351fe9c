import {
  PlanInput,
  PlannedDeployment,
} from '@orchestr8/backstage-plugin-orchestr8-node';

/** Milliseconds in which nobody has read a plan to its end. */
const UNREAD_MS = 2_000;
/** Plans kept; the oldest go first. */
const MOST = 100;

/** The plans that were made a moment ago, by what they were made from; what the clusters held is not among it. */
export class RecentPlans {
  private readonly made = new Map<
    string,
    { at: number; planned: PlannedDeployment }
  >();

  remember(input: PlanInput, planned: PlannedDeployment): void {
    const at = performance.now();
    const key = keyOf(input);
    this.made.delete(key);
    this.made.set(key, { at, planned });
    for (const [oldest, one] of this.made) {
      if (this.made.size <= MOST && at - one.at < UNREAD_MS) break;
      this.made.delete(oldest);
    }
  }

  /** The plan that was made of just this, if that was a moment ago. */
  find(input: PlanInput): PlannedDeployment | undefined {
    const found = this.made.get(keyOf(input));
    return found && performance.now() - found.at < UNREAD_MS
      ? found.planned
      : undefined;
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
