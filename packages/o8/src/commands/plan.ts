import { Leave } from '@orchestr8/backstage-plugin-orchestr8-common';
import { isLocal } from '../local/localEnvironment';
import {
  contextFlag,
  definitionsFlag,
  kubeconfigFlag,
  LocalFlags,
} from '../local/localFlags';
import { showPlanLocally } from '../local/showPlanLocally';
import { ModuleChoice, chooseModule } from '../session/chooseModule';
import { drawPlan } from '../output/drawPlan';
import { Verb } from '../program';
import { leaveFlag } from '../session/leaveFlag';
import { planFor } from '../session/planFor';

/** `o8 module plan`, also `diff`. */
export const plan: Verb = (module, run) =>
  module
    .command('plan')
    .alias('diff')
    .description('show what a deployment would change, field by field')
    .argument('[dir|name]', 'folder, or module of the catalog', '.')
    .option('--environment <name>', 'environment to plan for')
    .addOption(kubeconfigFlag())
    .addOption(contextFlag())
    .addOption(definitionsFlag())
    .option('--from <name>', 'environment whose running release is promoted')
    .addOption(leaveFlag())
    .action(
      run(
        async (
          session,
          given: string,
          flags: LocalFlags & {
            environment?: string;
            from?: string;
            leave?: Leave[];
          },
        ) => {
          session.printer.check();
          if (isLocal(flags)) {
            await showPlanLocally(session, given, flags);
            return;
          }
          const choice: ModuleChoice = await chooseModule(session, given);
          const portal = await session.portal();
          const made = await planFor(session, portal, { choice, ...flags });
          await session.printer.data(made, style => drawPlan(made, style));
        },
      ),
    );
