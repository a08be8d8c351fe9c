import {
  Orchestr8Client,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT, ExitCode, Interrupted } from '../exit';
import { changesAnything, drawPlan } from '../output/drawPlan';
import { leaveHint } from './leaveFlag';
import { followDeployment, FollowOptions } from './followDeployment';
import { Session } from './Session';
import { needsOnlyApproval, withApproval } from './withApproval';

/** How to go from a plan to its outcome. */
export interface CarryOutOptions extends FollowOptions {
  yes: boolean;
  /** Ask for the approval that the environment demands. */
  approve?: boolean;
  /** Asks for a yes in a way of its own. */
  ask?: (plan: Plan) => Promise<void>;
}

/** Shows a plan, asks, and carries out the very hash that was shown. */
export async function carryOut(
  session: Session,
  portal: Orchestr8Client,
  options: CarryOutOptions & { plan: Plan },
): Promise<ExitCode> {
  const { yes, approve = false, ask } = options;
  let { plan } = options;
  const { printer, terminal } = session;
  printer.say(drawPlan(plan, printer.aside));
  if (approve && needsOnlyApproval(plan)) {
    plan = await withApproval(session, portal, { ...options, plan });
  }
  refuseIfRefused(plan);
  if (!yes) await (ask ? ask(plan) : askForPlan(session, plan));
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
  // What cannot be deleted is no fault of the module.
  const invalid =
    plan.kind !== 'delete' &&
    plan.refusals.every(({ kind }) => kind === 'invalid');
  const what = sentenceOf(plan, 'cannot be');
  throw new CommandError(
    `${what}: ${plan.refusals.map(({ message }) => message).join('; ')}`,
    {
      exitCode: invalid ? EXIT.invalid : EXIT.refused,
      hint: hintFor(plan),
    },
  );
}

/** What to add to the command, where that alone clears all that is refused. */
function hintFor(plan: Plan): string | undefined {
  if (needsOnlyApproval(plan)) return 'Add --approve to ask for it and wait.';
  const isDeploy = plan.kind === undefined || plan.kind === 'deploy';
  return isDeploy && plan.refusals.every(({ kind }) => kind === 'dependency')
    ? 'Add --with-dependencies to deploy what is missing or too old first.'
    : leaveHint(plan);
}

/** Asks for a yes to one plan; without a terminal that is wrong use. */
export async function askForPlan(session: Session, plan: Plan): Promise<void> {
  const { terminal } = session;
  if (!terminal.interactive) {
    throw new CommandError(
      'Nobody can be asked here (not a terminal), so nothing was done.',
      {
        exitCode: EXIT.usage,
        hint: 'Add --yes to carry out what the plan shows.',
      },
    );
  }
  const question = `${questionOf(plan)}?`;
  if (!(await terminal.confirm(question))) {
    throw new Interrupted('Nothing was done.');
  }
}

function questionOf({ kind, module, version, environment }: Plan): string {
  switch (kind) {
    case 'rollback':
      return `Roll ${module} back to ${version} in ${environment}`;
    case 'delete':
      return `Delete ${module} from ${environment}`;
    default:
      return `Deploy ${module} ${version} to ${environment}`;
  }
}

function sentenceOf(plan: Plan, verb: string): string {
  const { kind, module, version, environment } = plan;
  switch (kind) {
    case 'rollback':
      return `${module} ${verb} rolled back to ${version} in ${environment}`;
    case 'delete':
      return `${module} ${verb} deleted from ${environment}`;
    default:
      return `${module} ${version} ${verb} deployed to ${environment}`;
  }
}
