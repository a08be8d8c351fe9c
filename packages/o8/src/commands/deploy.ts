import { Leave } from '@orchestr8/backstage-plugin-orchestr8-common';
import { deployLocally } from '../local/deployLocally';
import { isLocal } from '../local/localEnvironment';
import {
  contextFlag,
  definitionsFlag,
  kubeconfigFlag,
  LocalFlags,
} from '../local/localFlags';
import { Verb } from '../program';
import { carryOut } from '../session/carryOut';
import { chooseModule } from '../session/chooseModule';
import {
  chooseEnvironment,
  demandEnvironment,
} from '../session/chooseEnvironment';
import { deployDependencies } from '../session/deployDependencies';
import { releaseOf } from '../session/planFor';
import { durationFlag } from '../session/flags';
import { leaveFlag } from '../session/leaveFlag';

interface Flags extends LocalFlags {
  environment?: string;
  leave?: Leave[];
  yes: boolean;
  approve: boolean;
  wait: boolean;
  timeout?: number;
  withDependencies: boolean;
}

/** `o8 module deploy`. */
export const deploy: Verb = (module, run) =>
  module
    .command('deploy')
    .description('deploy a folder or a module of the catalog, after its plan')
    .argument('[dir|name]', 'folder, or module of the catalog', '.')
    .option('--environment <name>', 'environment to deploy to')
    .addOption(kubeconfigFlag())
    .addOption(contextFlag())
    .addOption(definitionsFlag())
    .addOption(leaveFlag())
    .option('-y, --yes', 'do not ask', false)
    .option('--approve', 'ask for the approval it needs, and wait', false)
    .option('--with-dependencies', 'first what is missing or too old', false)
    .option('--no-wait', 'do not wait for the outcome')
    .option('--timeout <duration>', 'how long to wait: 90s, 10m', durationFlag)
    .action(
      run(async (session, given: string, flags: Flags) => {
        session.printer.check();
        if (isLocal(flags)) return deployLocally(session, given, flags);
        const choice = await chooseModule(session, given);
        const portal = await session.portal();
        await demandEnvironment(portal, flags.environment);
        const { module: name, release } = await releaseOf(
          session,
          portal,
          choice,
        );
        const environment = await chooseEnvironment(session, portal, {
          named: flags.environment,
          module: name,
        });
        const how = {
          yes: flags.yes,
          approve: flags.approve,
          wait: flags.wait,
          timeoutMs: flags.timeout,
        };
        if (flags.withDependencies) {
          await deployDependencies(session, portal, {
            ...how,
            wait: true,
            module: name,
            environment,
          });
        }
        const plan = await portal.makePlan(name, {
          environment: environment.name,
          release,
          leave: flags.leave,
        });
        return carryOut(session, portal, { ...how, plan });
      }),
    );
