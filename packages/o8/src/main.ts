import { CommanderError } from 'commander';
import { EXIT, ExitCode } from './exit';
import { createProgram, exitCodeOfCommander } from './program';
import { World } from './session/Session';

/**
 * Runs one command line.
 *
 * @param argv - arguments after the program's name
 * @returns the exit code; nothing is thrown
 */
export async function main(argv: string[], world: World): Promise<ExitCode> {
  const line = asMeant(argv);
  let exitCode: ExitCode = EXIT.done;
  const program = createProgram(world, code => {
    exitCode = code;
  });
  if (line[0] === '__complete') {
    const { complete } = await import('./completion/complete');
    const words = asMeant(line.slice(1));
    world.terminal.stdout(await complete(program, words, world));
    return EXIT.done;
  }
  try {
    await program.parseAsync(line, { from: 'user' });
    return world.terminal.signal.aborted && exitCode === EXIT.done
      ? EXIT.interrupted
      : exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeOfCommander(error);
    const { explain } = await import('./output/explain');
    const verbose = program.opts().verbose === true;
    return explain(error, { terminal: world.terminal, verbose });
  }
}

/** Verbs that are about no module stand beside `module`; among its verbs they are understood too. */
function asMeant(argv: string[]): string[] {
  const [first, second] = argv;
  return first === 'module' && ['login', 'completion'].includes(second)
    ? argv.slice(1)
    : argv;
}
