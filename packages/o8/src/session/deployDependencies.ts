import {
  DependencyTree,
  Environment,
  isTerminal,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { askForPlan, refuseIfRefused } from './carryOut';
import { finishDeployment, FollowOptions } from './followDeployment';
import { drawPlan } from '../output/drawPlan';
import { Session } from './Session';

/** Deploys what a module needs and does not find, deepest first; an optional dependency is left alone. */
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
  const needed = neededFirst(tree);
  if (needed.length === 0) {
    printer.say(`All dependencies of ${module} run in ${environment.name}.`);
  }
  for (const name of needed) {
    printer.say(`Dependency ${name}:`);
    const plan = await portal.makePlan(name, { environment: environment.name });
    printer.say(drawPlan(plan, printer.aside));
    refuseIfRefused(plan);
    if (!yes) await askForPlan(session, plan);
    const deployment = await finishDeployment(session, portal, {
      ...options,
      deployment: await portal.deploy({ plan: plan.hash }),
    });
    if (isTerminal(deployment.state) && deployment.state !== 'succeeded') {
      throw new CommandError(
        `The dependency ${name} did not come up: ${deployment.message}`,
        {
          exitCode: EXIT.failed,
          hint: `See why: o8 module status ${name} --environment ${environment.name}`,
        },
      );
    }
  }
}

/** Names to deploy, each after what it needs itself. */
export function neededFirst(tree: DependencyTree): string[] {
  const order = new Set<string>();
  const visit = (node: DependencyTree) => {
    if (node.optional) return;
    node.children.forEach(visit);
    if (node.state === 'unknown-module') {
      throw new CommandError(
        `The dependency "${node.name}" is not in the catalog.`,
        {
          exitCode: EXIT.refused,
          hint: 'Register it, or deploy its folder first.',
        },
      );
    }
    if (node.state === 'cycle') {
      throw new CommandError(node.message ?? `"${node.name}" needs itself.`, {
        exitCode: EXIT.refused,
      });
    }
    if (node.state === 'missing' || node.state === 'unsuitable') {
      order.add(node.name);
    }
  };
  visit(tree);
  return [...order];
}
