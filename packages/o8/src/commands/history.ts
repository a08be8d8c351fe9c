import { drawHistory } from '../output/drawHistory';
import { Verb } from '../program';
import { findEnvironment } from '../session/chooseEnvironment';
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
          const environment =
            flags.environment &&
            findEnvironment(await portal.listEnvironments(), flags.environment)
              .name;
          const deployments = await portal.listDeployments(name, {
            environment,
            limit: flags.limit,
          });
          const now = session.terminal.now();
          await session.printer.data(deployments, style =>
            drawHistory(deployments, style, { now }),
          );
        },
      ),
    );
