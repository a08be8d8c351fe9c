import { isAbsolute, join } from 'node:path';
import { CommandError, EXIT } from '../exit';
import { Verb } from '../program';
import { assignmentFlag } from '../session/flags';

interface Flags {
  template?: string;
  set?: Record<string, string>;
  team?: string;
  owner?: string;
  description?: string;
  outputDir?: string;
}

/** `o8 module init`. */
export const init: Verb = (module, run) =>
  module
    .command('init')
    .description('make a new module from a template')
    .argument('<name>', 'name of the module')
    .option('-t, --template <name>', 'template to make it from')
    .option('--set <name=value>', 'a variable of the template', assignmentFlag)
    .option('--team <name>', 'group of the catalog that owns it')
    .option('--owner <e-mail>', 'the accountable person')
    .option('--description <text>', 'what it is for')
    .option('--output-dir <dir>', 'folder to write to (default: ./NAME)')
    .action(
      run(async (session, name: string, flags: Flags) => {
        const { printer, terminal } = session;
        printer.check();
        const { makeModule } = await import('../session/makeModule');
        const { template, files } = await makeModule(session, {
          name,
          ...flags,
        });
        const folder = flags.outputDir ?? name;
        const { specificationErrors, writeModule } = await import('../offline');
        const problems = specificationErrors(files);
        if (problems.length > 0) {
          throw new CommandError(
            'What was given makes no sound module; nothing was written.',
            { exitCode: EXIT.invalid, problems },
          );
        }
        await writeModule(
          files,
          isAbsolute(folder) ? folder : join(terminal.cwd, folder),
        );
        const made = { name, template, folder, files: [...files.keys()] };
        await printer.data(
          made,
          style =>
            `Made ${style.bold(name)} in ${folder} (${files.size} files).\n`,
        );
        printer.say(`Next: o8 module validate ${folder}`);
        printer.say(
          `      o8 module deploy ${
            isAbsolute(folder) ? folder : `./${folder}`
          } --environment dev`,
        );
      }),
    );
