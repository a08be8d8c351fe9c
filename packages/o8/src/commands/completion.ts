import { Argument } from 'commander';
import { Shell, SCRIPTS, SHELLS } from '../completion/scripts';
import { Verb } from '../program';

/** `o8 completion`. */
export const completion: Verb = (program, run) =>
  program
    .command('completion')
    .description(
      'print what teaches a shell to complete commands; its first lines say how to use it',
    )
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .action(
      run(async (session, shell: Shell) => {
        session.printer.check();
        const script = SCRIPTS[shell];
        await session.printer.data({ shell, script }, () => script);
      }),
    );
