import {
  drawDot,
  drawMermaid,
  drawTree,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Verb } from '../program';
import { findEnvironment } from '../session/chooseEnvironment';

/** `o8 module deps`. */
export const deps: Verb = (module, run) =>
  module
    .command('deps')
    .description('what a module needs, and whether it is there')
    .argument('<name>', 'module of the catalog')
    .option('--visualize', 'draw the graph; with -o dot or -o mermaid', false)
    .option('--environment <name>', 'check against what runs there')
    .action(
      run(
        async (
          session,
          name: string,
          flags: { visualize: boolean; environment?: string },
        ) => {
          session.printer.check({ extra: ['dot', 'mermaid'] });
          const portal = await session.portal();
          const environment = flags.environment
            ? findEnvironment(
                await portal.listEnvironments(),
                flags.environment,
              )
            : undefined;
          const tree = await portal.getDependencies(name, environment?.name);
          await session.printer.data(tree, () => `${drawTree(tree)}\n`, {
            extra: {
              dot: () => `${drawDot(tree)}\n`,
              mermaid: () => `${drawMermaid(tree)}\n`,
            },
          });
        },
      ),
    );
