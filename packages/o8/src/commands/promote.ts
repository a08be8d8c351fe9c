import { Leave } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { Verb } from '../program';
import { carryOut } from '../session/carryOut';
import { findEnvironment } from '../session/chooseEnvironment';
import { durationFlag } from '../session/flags';
import { leaveFlag } from '../session/leaveFlag';

interface Flags {
  from?: string;
  to?: string;
  leave?: Leave[];
  yes: boolean;
  approve: boolean;
  wait: boolean;
  timeout?: number;
}

/** `o8 module promote`. */
export const promote: Verb = (module, run) =>
  module
    .command('promote')
    .description('take the release that runs in one environment to the next')
    .argument('<name>', 'module of the catalog')
    .option('--from <name>', 'environment where the release runs')
    .option('--to <name>', 'environment to take it to')
    .addOption(leaveFlag())
    .option('-y, --yes', 'do not ask', false)
    .option('--approve', 'ask for the approval it needs, and wait', false)
    .option('--no-wait', 'do not wait for the outcome')
    .option('--timeout <duration>', 'how long to wait: 90s, 10m', durationFlag)
    .action(
      run(async (session, name: string, flags: Flags) => {
        session.printer.check();
        if (!flags.from && !flags.to) {
          throw new CommandError('Say where from or where to.', {
            exitCode: EXIT.usage,
            hint: `For example: o8 module promote ${name} --from dev --to staging`,
          });
        }
        const portal = await session.portal();
        const path = await portal.listEnvironments();
        const target = flags.to
          ? findEnvironment(path, flags.to)
          : path.find(
              ({ promoteFrom }) =>
                promoteFrom === findEnvironment(path, flags.from!).name,
            );
        const from = flags.from
          ? findEnvironment(path, flags.from).name
          : target?.promoteFrom;
        if (!target || !from) {
          const named = flags.to ?? flags.from;
          throw new CommandError(
            `The path has no step ${flags.to ? 'to' : 'from'} "${named}".`,
            { exitCode: EXIT.usage, hint: 'Name both --from and --to.' },
          );
        }
        session.printer.say(`Promotion: ${from} → ${target.name}`);
        const plan = await portal.makePlan(name, {
          environment: target.name,
          from,
          leave: flags.leave,
        });
        const { timeout: timeoutMs, yes, approve, wait } = flags;
        const how = { yes, approve, wait, timeoutMs };
        return carryOut(session, portal, { ...how, plan });
      }),
    );
