import { Argument } from 'commander';
import { Verb } from '../program';

/** `o8 module schema`. */
export const schema: Verb = (module, run) =>
  module
    .command('schema')
    .description('the JSON Schema of o8-module.yaml, for editors')
    .addArgument(
      new Argument('[which]', 'of which file')
        .choices(['module', 'overlay', 'template'])
        .default('module'),
    )
    .action(
      run(async (session, which: 'module' | 'overlay' | 'template') => {
        session.printer.check();
        const { schemaOf } = await import('../offline');
        const found = schemaOf(which);
        await session.printer.data(
          found,
          () => `${JSON.stringify(found, null, 2)}\n`,
        );
      }),
    );
