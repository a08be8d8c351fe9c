import {
  Environment,
  Orchestr8Client,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { drawPlan } from '../output/drawPlan';
import { askForPlan, refuseIfRefused } from './carryOut';
import { finishDeployment, FollowOptions } from './followDeployment';
import { neededWaves } from './neededWaves';
import { Session } from './Session';

/**
 * Deploys what a module needs and does not find: wave after wave, the members of
 * a wave at the same time, and none of a wave before all its plans were shown.
 */
export async function deployDependencies(
  session: Session,
  portal: Orchestr8Client,
  options: FollowOptions & {
    module: string;
    environment: Environment;
    yes: boolean;
  },
): Promise<void> {
  const { module, environment, yes } = options;
  const { printer } = session;
  const tree = await portal.getDependencies(module, environment.name);
  const waves = neededWaves(tree);
  if (waves.length === 0) {
    printer.say(`All dependencies of ${module} run in ${environment.name}.`);
  }
  for (const [number, wave] of waves.entries()) {
    printer.say(
      `Dependencies, wave ${number + 1} of ${waves.length}: ${wave.join(', ')}`,
    );
    const plans = await Promise.all(
      wave.map(name =>
        portal.makePlan(name, { environment: environment.name }),
      ),
    );
    for (const plan of plans) {
      printer.say(drawPlan(plan, printer.aside));
      refuseIfRefused(plan);
      if (!yes) await askForPlan(session, plan);
    }
    await deployWave(session, portal, { ...options, plans });
  }
}

/** Carries out all plans at once; one that fails does not stop the others, which the cluster has begun with. */
async function deployWave(
  session: Session,
  portal: Orchestr8Client,
  options: FollowOptions & { environment: Environment; plans: Plan[] },
): Promise<void> {
  const { environment, plans } = options;
  const ended = await Promise.allSettled(
    plans.map(async ({ hash, module }) =>
      finishDeployment(session, portal, {
        ...options,
        label: plans.length > 1 ? module : undefined,
        deployment: await portal.deploy({ plan: hash }),
      }),
    ),
  );
  for (const [number, end] of ended.entries()) {
    if (end.status === 'rejected') throw end.reason;
    if (end.value.state !== 'succeeded') {
      const name = plans[number].module;
      throw new CommandError(
        `The dependency ${name} did not come up: ${end.value.message}`,
        {
          exitCode: EXIT.failed,
          hint: `See why: o8 module status ${name} --environment ${environment.name}`,
        },
      );
    }
  }
}
