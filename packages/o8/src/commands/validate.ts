import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { EXIT } from '../exit';
import { countProblems, drawProblems } from '../output/drawProblems';
import { Verb } from '../program';
import { validateFolder } from '../session/validateFolder';

interface Flags {
  environment?: string;
  strict: boolean;
  render: boolean;
}

/** `o8 module validate`. */
export const validate: Verb = (module, run) =>
  module
    .command('validate')
    .description('all problems of a module, in every environment')
    .argument('[dir...]', 'folders', ['.'])
    .option('--environment <name>', 'only for one environment')
    .option('--strict', 'warnings are errors', false)
    .option('--no-render', 'only what the files say: no charts, no portal')
    .action(
      run(async (session, folders: string[], flags: Flags) => {
        const { printer } = session;
        printer.check();
        const results: { folder: string; problems: Problem[] }[] = [];
        for (const folder of folders) {
          const problems = await validateFolder(session, folder, flags);
          results.push({ folder, problems });
        }
        await printer.data({ problems: allProblems(results) }, style =>
          results
            .map(
              ({ folder, problems }) =>
                `${drawProblems(problems, style, {
                  folder,
                })}${folder}: ${countProblems(problems)}\n`,
            )
            .join(''),
        );
        const fatal = ({ severity }: Problem) =>
          severity === 'error' || (flags.strict && severity === 'warning');
        return results.some(({ problems }) => problems.some(fatal))
          ? EXIT.invalid
          : EXIT.done;
      }),
    );

/** One list for machines: files are named inside the module, or below their folder where there are several. */
function allProblems(
  results: readonly { folder: string; problems: readonly Problem[] }[],
): Problem[] {
  return results.flatMap(({ folder, problems }) =>
    problems.map(({ code, severity, file, line, column, message, hint }) => ({
      code,
      severity,
      file: results.length > 1 ? `${folder.replace(/\/+$/, '')}/${file}` : file,
      line,
      column,
      message,
      ...(hint ? { hint } : {}),
    })),
  );
}
