import {
  checkDependency,
  deploymentWaves,
  Environment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import type { Neighbour, PlannedDeployment } from '../cluster';
import { CommandError, EXIT } from '../exit';
import { Session } from '../session/Session';
import { execute, showAndAsk } from './carryOutLocally';
import { Local } from './openLocal';
import { planLocally } from './planLocally';
import { LocalModule, readLocalModule } from './readLocalModule';

/** What is deployed before a module, and how. */
export interface NeighboursOptions {
  module: LocalModule;
  environment: Environment;
  neighbours: ReadonlyMap<string, Neighbour>;
  /** Module → version that runs there; what is deployed is added. */
  deployed: Map<string, string>;
  yes: boolean;
  timeoutMs?: number;
}

/**
 * Deploys what a module needs and does not find, from the folders beside its
 * own: wave after wave, the members of a wave at the same time, and none of a
 * wave before all its plans were shown.
 */
export async function deployNeighbours(
  session: Session,
  local: Local,
  options: NeighboursOptions,
): Promise<void> {
  const { deployed, neighbours, environment } = options;
  const { printer } = session;
  const waves = wavesOf(options);
  if (waves.length === 0) {
    printer.say(`All dependencies run in ${environment.name}.`);
  }
  for (const [number, wave] of waves.entries()) {
    printer.say(
      `Dependencies, wave ${number + 1} of ${waves.length}: ${wave.join(', ')}`,
    );
    const plans: PlannedDeployment[] = [];
    for (const name of wave) {
      const module = await readLocalModule(
        session,
        local,
        neighbours.get(name)!.folder,
      );
      const planned = await planLocally(session, local, { ...options, module });
      await showAndAsk(session, local, { ...options, planned });
      plans.push(planned);
    }
    await deployWave(session, local, { ...options, plans });
    for (const name of wave) deployed.set(name, neighbours.get(name)!.version);
  }
}

/** What is missing or unsuitable, each after what it needs itself. What has no folder here is left to the plan to name. */
function wavesOf(options: NeighboursOptions): string[][] {
  const { module, neighbours, deployed, environment } = options;
  const own = module.specification;
  if (!own) return [];
  const graph = new Map([...neighbours, [own.name, own] as const]);
  const ordered = deploymentWaves(graph, [own.name]);
  if (ordered.kind === 'cycle') {
    throw new CommandError(
      `These need each other: ${ordered.cycle.join(' → ')}.`,
      { exitCode: EXIT.refused },
    );
  }
  const wanted = ordered.waves.flat().flatMap(name => {
    const needed = graph.get(name)?.dependencies ?? [];
    return needed.filter(({ optional }) => !optional);
  });
  const isNeeded = (name: string) =>
    wanted
      .filter(need => need.name === name)
      .map(need =>
        checkDependency(need, {
          known: true,
          deployed: deployed.get(name),
          environment: environment.name,
        }),
      )
      .some(({ state }) => state !== 'satisfied');
  return ordered.waves
    .map(wave => wave.filter(name => name !== own.name && isNeeded(name)))
    .filter(wave => wave.length > 0);
}

/** Carries out all plans at once, and waits for all of them: none is left half done because another failed. */
async function deployWave(
  session: Session,
  local: Local,
  options: NeighboursOptions & { plans: PlannedDeployment[] },
): Promise<void> {
  const { plans, timeoutMs } = options;
  const ended = await Promise.allSettled(
    plans.map(planned =>
      execute(session, local, {
        planned,
        timeoutMs,
        label: plans.length > 1 ? planned.plan.module : undefined,
      }),
    ),
  );
  for (const end of ended) {
    if (end.status === 'rejected') throw end.reason;
    const { state, module, message, failure } = end.value;
    if (state === 'succeeded') continue;
    throw new CommandError(
      `The dependency ${module} did not come up: ${message}`,
      {
        exitCode: failure?.cause === 'timeout' ? EXIT.timedOut : EXIT.failed,
        hint: failure?.remedy,
      },
    );
  }
}
