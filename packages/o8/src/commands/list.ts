import { drawModules } from '../output/drawModules';
import { Verb } from '../program';

/** `o8 module list`. */
export const list: Verb = (module, run) =>
  module
    .command('list')
    .alias('ls')
    .description('all modules, and what runs where')
    .action(
      run(async session => {
        session.printer.check();
        const portal = await session.portal();
        const [modules, path] = await Promise.all([
          portal.listModules(),
          portal.listEnvironments(),
        ]);
        await session.printer.data(modules, style =>
          drawModules(modules, style, { path }),
        );
      }),
    );
