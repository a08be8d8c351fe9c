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
  let exitCode: ExitCode = EXIT.done;
  const program = createProgram(world, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
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
