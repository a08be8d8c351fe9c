import { Leave, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Option } from 'commander';
import { Interrupted } from '../exit';
import { deleteLocally } from '../local/deleteLocally';
import { isLocal } from '../local/localEnvironment';
import { contextFlag, kubeconfigFlag, LocalFlags } from '../local/localFlags';
import { Verb } from '../program';
import { askForPlan, carryOut } from '../session/carryOut';
import { chooseEnvironment } from '../session/chooseEnvironment';
import { durationFlag } from '../session/flags';
import { Session } from '../session/Session';

interface Flags extends LocalFlags {
  environment?: string;
  with?: Leave[];
  yes: boolean;
  approve: boolean;
  wait: boolean;
  timeout?: number;
}

/** What a deletion leaves alone unless it is named. */
const KEPT: Leave[] = ['claims', 'namespace', 'definitions'];

/** `o8 module delete`. */
export const deleteModule: Verb = (module, run) =>
  module
    .command('delete')
    .description('take a module away from an environment, after its plan')
    .argument('<name>', 'module of the catalog')
    .option('--environment <name>', 'environment to delete it from')
    .addOption(kubeconfigFlag())
    .addOption(contextFlag())
    .addOption(
      new Option(
        '--with <what...>',
        'delete too what is kept otherwise',
      ).choices(KEPT),
    )
    .option('-y, --yes', 'do not ask', false)
    .option('--approve', 'ask for the approval it needs, and wait', false)
    .option('--no-wait', 'do not wait for the outcome')
    .option('--timeout <duration>', 'how long to wait: 90s, 10m', durationFlag)
    .action(
      run(async (session, name: string, flags: Flags) => {
        session.printer.check();
        const ask = (plan: Plan) => askForName(session, plan);
        if (isLocal(flags)) {
          return deleteLocally(session, name, { ...flags, ask });
        }
        const portal = await session.portal();
        const environment = await chooseEnvironment(session, portal, {
          named: flags.environment,
          module: name,
        });
        const plan = await portal.planDeletion(name, {
          environment: environment.name,
          ...(flags.with ? { leave: flags.with } : {}),
        });
        const { timeout: timeoutMs, yes, approve, wait } = flags;
        const how = { yes, approve, wait, timeoutMs };
        return carryOut(session, portal, { ...how, plan, ask });
      }),
    );

/** A yes comes too easily here: the name has to be typed. */
async function askForName(session: Session, plan: Plan): Promise<void> {
  const { terminal } = session;
  const { module, environment } = plan;
  if (!terminal.interactive) {
    await askForPlan(session, plan);
    return;
  }
  const typed = await terminal.ask({
    message: `Type ${module} to delete it from ${environment}`,
  });
  if (typed.trim() !== module) throw new Interrupted('Nothing was done.');
}
