import {
  Orchestr8Client,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT, ExitCode, Interrupted } from '../exit';
import { changesAnything, drawPlan } from '../output/drawPlan';
import { followDeployment, FollowOptions } from './followDeployment';
import { Session } from './Session';

/** Shows a plan, asks, and deploys the very hash that was shown. */
export async function carryOut(
  session: Session,
  portal: Orchestr8Client,
  options: FollowOptions & { plan: Plan; yes: boolean },
): Promise<ExitCode> {
  const { plan, yes } = options;
  const { printer, terminal } = session;
  printer.say(drawPlan(plan, printer.aside));
  refuseIfRefused(plan);
  if (!yes) await askForPlan(session, plan);
  if (!changesAnything(plan)) {
    printer.say('Nothing changes in the cluster; the deployment is recorded.');
  }
  if (terminal.signal.aborted) throw new Interrupted();
  const deployment = await portal.deploy({ plan: plan.hash });
  return followDeployment(session, portal, { ...options, deployment });
}

/** Ends the verb when the plan cannot be deployed; the plan itself has said why. */
export function refuseIfRefused(plan: Plan): void {
  if (plan.refusals.length === 0) return;
  const invalid = plan.refusals.every(({ kind }) => kind === 'invalid');
  const what = `${plan.module} ${plan.version} cannot be deployed to ${plan.environment}`;
  throw new CommandError(
    `${what}: ${plan.refusals.map(({ message }) => message).join('; ')}`,
    { exitCode: invalid ? EXIT.invalid : EXIT.refused },
  );
}

/** Asks for a yes to one plan; without a terminal that is wrong use. */
export async function askForPlan(session: Session, plan: Plan): Promise<void> {
  const { terminal } = session;
  if (!terminal.interactive) {
    throw new CommandError(
      'Nobody can be asked here (not a terminal), so nothing was deployed.',
      {
        exitCode: EXIT.usage,
        hint: 'Add --yes to deploy what the plan shows.',
      },
    );
  }
  const question = `Deploy ${plan.module} ${plan.version} to ${plan.environment}?`;
  if (!(await terminal.confirm(question))) {
    throw new Interrupted('Nothing was deployed.');
  }
}
