import {
  drawDot,
  drawMermaid,
  drawTree,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { drawOrder } from '../output/drawOrder';
import { Verb } from '../program';
import { findEnvironment } from '../session/chooseEnvironment';

/** The formats that only dependencies are drawn in. */
export const DRAWINGS = ['dot', 'mermaid', 'svg'] as const;

/** `o8 module deps`. */
export const deps: Verb = (module, run) =>
  module
    .command('deps')
    .description('what a module needs, and whether it is there')
    .argument('<name>', 'module of the catalog')
    .option(
      '--visualize',
      'draw the graph; with -o dot, -o mermaid or -o svg',
      false,
    )
    .option('--environment <name>', 'check against what runs there')
    .action(
      run(
        async (
          session,
          name: string,
          flags: { visualize: boolean; environment?: string },
        ) => {
          session.printer.check({ extra: DRAWINGS });
          const portal = await session.portal();
          const environment = flags.environment
            ? findEnvironment(
                await portal.listEnvironments(),
                flags.environment,
              )
            : undefined;
          const tree = await portal.getDependencies(name, environment?.name);
          const drawText = () =>
            `${drawTree(tree)}\n${flags.visualize ? drawOrder(tree) : ''}`;
          await session.printer.data(tree, drawText, {
            extra: {
              dot: () => `${drawDot(tree)}\n`,
              mermaid: () => `${drawMermaid(tree)}\n`,
              svg: async () => {
                const { drawSvg } = await import('../output/svg/drawSvg');
                return drawSvg(tree);
              },
            },
          });
        },
      ),
    );
