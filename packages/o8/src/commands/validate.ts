import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { EXIT } from '../exit';
import { countProblems, drawProblems } from '../output/drawProblems';
import { Verb } from '../program';
import { validateFolder } from '../session/validateFolder';

interface Flags {
  environment?: string;
  strict: boolean;
}

/** `o8 module validate`. */
export const validate: Verb = (module, run) =>
  module
    .command('validate')
    .description('all problems of a module, in every environment')
    .argument('[dir...]', 'folders', ['.'])
    .option('--environment <name>', 'only for one environment')
    .option('--strict', 'warnings are errors', false)
    .action(
      run(async (session, folders: string[], flags: Flags) => {
        session.printer.check();
        const results: { folder: string; problems: Problem[] }[] = [];
        for (const folder of folders) {
          const { environment } = flags;
          const problems = await validateFolder(session, folder, {
            environment,
          });
          results.push({ folder, problems });
        }
        await session.printer.data(results, style =>
          results
            .map(
              ({ folder, problems }) =>
                `${drawProblems(problems, style, {
                  folder,
                })}${folder}: ${countProblems(problems)}\n`,
            )
            .join(''),
        );
        const bad = results
          .flatMap(({ problems }) => problems)
          .some(
            ({ severity }) =>
              severity === 'error' || (flags.strict && severity === 'warning'),
          );
        return bad ? EXIT.invalid : EXIT.done;
      }),
    );
