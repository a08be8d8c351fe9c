import type { PlannedDeployment } from '../../cluster';
import { Session } from '../../session/Session';
import { deployedLocally } from '../deployedLocally';
import { deployNeighbours } from '../deployNeighbours';
import { Local } from '../openLocal';
import { LocalPlanInput, planLocally } from '../planLocally';
import { ScratchRun } from './tryInScratch';

/** What is planned with, each time anew: what is there changes as the test goes on. */
export type Planner = () => Promise<PlannedDeployment>;

/**
 * Gets ready to plan for the scratch namespace: what the module depends on is
 * deployed before it where that is wanted; else it is done without.
 */
export async function scratchPlanner(
  session: Session,
  { home, scratch }: { home: Local; scratch: Local },
  run: ScratchRun,
): Promise<Planner> {
  const { module, flags, deadline } = run;
  const { environment } = scratch;
  const known = {
    module,
    environment,
    neighbours: await home.door.neighboursOf(module.folder),
    deployed: flags.withDependencies
      ? new Map<string, string>()
      : await deployedLocally(home, home.environment),
  };
  if (flags.withDependencies) {
    run.begun = true;
    const timeoutMs = deadline - session.terminal.now();
    const how = { yes: true, timeoutMs };
    await deployNeighbours(session, scratch, { ...known, ...how });
  }
  const input: LocalPlanInput = {
    ...known,
    dependenciesIn: flags.withDependencies ? environment : home.environment,
    tests: true,
  };
  return async () => {
    const planned = await planLocally(session, scratch, input);
    return flags.withDependencies ? planned : standingAlone(planned);
  };
}

/** What it depends on may be missing: whether the module needs it to come up is what a test finds out. */
function standingAlone({
  plan,
  manifests,
}: PlannedDeployment): PlannedDeployment {
  const refusals = plan.refusals.filter(({ kind }) => kind !== 'dependency');
  return { plan: { ...plan, refusals }, manifests };
}

/** What does not stand in the module's way and is worth knowing. */
export function warningsOf({ plan }: PlannedDeployment): string[] {
  const lacking = plan.dependencies.filter(
    ({ state }) => state !== 'satisfied',
  );
  return [...lacking.map(({ message }) => message), ...plan.warnings];
}
