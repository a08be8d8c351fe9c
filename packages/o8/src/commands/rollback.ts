import { Leave } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Verb } from '../program';
import { carryOut } from '../session/carryOut';
import { chooseEnvironment } from '../session/chooseEnvironment';
import { durationFlag } from '../session/flags';
import { leaveFlag } from '../session/leaveFlag';

interface Flags {
  environment?: string;
  to?: string;
  leave?: Leave[];
  yes: boolean;
  approve: boolean;
  wait: boolean;
  timeout?: number;
}

/** `o8 module rollback`. */
export const rollback: Verb = (module, run) =>
  module
    .command('rollback')
    .description('run again what ran in an environment before, after its plan')
    .argument('<name>', 'module of the catalog')
    .option('--environment <name>', 'environment to roll back in')
    .option('--to <version>', 'version that ran there; else the one before')
    .addOption(leaveFlag())
    .option('-y, --yes', 'do not ask', false)
    .option('--approve', 'ask for the approval it needs, and wait', false)
    .option('--no-wait', 'do not wait for the outcome')
    .option('--timeout <duration>', 'how long to wait: 90s, 10m', durationFlag)
    .action(
      run(async (session, name: string, flags: Flags) => {
        session.printer.check();
        const portal = await session.portal();
        const environment = await chooseEnvironment(session, portal, {
          named: flags.environment,
          module: name,
        });
        const plan = await portal.planRollback(name, {
          environment: environment.name,
          version: flags.to,
          leave: flags.leave,
        });
        const { timeout: timeoutMs, yes, approve, wait } = flags;
        const how = { yes, approve, wait, timeoutMs };
        return carryOut(session, portal, { ...how, plan });
      }),
    );
