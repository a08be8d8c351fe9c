import { canonicalEnvironment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { drawHistory } from '../output/drawHistory';
import { Verb } from '../program';
import { countFlag } from '../session/flags';

/** `o8 module history`. */
export const history: Verb = (module, run) =>
  module
    .command('history')
    .description('past deployments, newest first')
    .argument('<name>', 'module of the catalog')
    .option('--environment <name>', 'only those to one environment')
    .option('--limit <n>', 'at most so many', countFlag, 20)
    .action(
      run(
        async (
          session,
          name: string,
          flags: { environment?: string; limit: number },
        ) => {
          session.printer.check();
          const portal = await session.portal();
          const deployments = await portal.listDeployments(name, {
            environment:
              flags.environment && canonicalEnvironment(flags.environment),
            limit: flags.limit,
          });
          const now = session.terminal.now();
          await session.printer.data(deployments, style =>
            drawHistory(deployments, style, { now }),
          );
        },
      ),
    );
