import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import type { PlannedDeployment } from '../cluster';
import { ExitCode, Interrupted } from '../exit';
import { drawDeployment } from '../output/drawDeployment';
import { changesAnything, drawPlan } from '../output/drawPlan';
import {
  askForPlan,
  CarryOutOptions,
  refuseIfRefused,
} from '../session/carryOut';
import { exitCodeOf } from '../session/followDeployment';
import { Session } from '../session/Session';
import { demandTryingGround } from './demandTryingGround';
import { executeLocally } from './executeLocally';
import { Local } from './openLocal';

type Options = Pick<CarryOutOptions, 'yes' | 'ask' | 'timeoutMs' | 'label'> & {
  planned: PlannedDeployment;
};

/** Shows a plan, asks, carries out what was shown, and prints how that ended. */
export async function carryOutLocally(
  session: Session,
  local: Local,
  options: Options,
): Promise<ExitCode> {
  await showAndAsk(session, local, options);
  const deployment = await execute(session, local, options);
  await session.printer.data(deployment, style =>
    drawDeployment(deployment, style),
  );
  return exitCodeOf(deployment);
}

/** Shows a plan, and ends the verb unless it can be carried out and somebody wants that. */
export async function showAndAsk(
  session: Session,
  local: Local,
  { planned: { plan }, yes, ask }: Options,
): Promise<void> {
  const { printer } = session;
  printer.say(drawPlan(plan, printer.aside));
  refuseIfRefused(plan);
  await demandTryingGround(session, local, { yes, askable: true });
  if (!yes) await (ask ? ask(plan) : askForPlan(session, plan));
  if (!changesAnything(plan)) {
    printer.say('Nothing changes in the cluster.');
  }
}

/** Carries out; an interruption ends the verb once the engine has come to rest. */
export async function execute(
  session: Session,
  local: Local,
  options: Omit<Options, 'yes' | 'ask'>,
): Promise<Deployment> {
  if (session.terminal.signal.aborted) throw new Interrupted();
  const deployment = await executeLocally(session, local, options);
  if (deployment.state === 'cancelled') {
    throw new Interrupted(`Interrupted: ${deployment.message}.`);
  }
  return deployment;
}
