import { Command, CommanderError, Option } from 'commander';
import { verbs } from './commands';
import { ExitCode, EXIT } from './exit';
import { demandRightPlace } from './local/localFlags';
import { createSession, Session, World } from './session/Session';

/** Registers the action of a verb: it gets a session before its own arguments. */
export type Run = <Args extends unknown[]>(
  action: (session: Session, ...args: Args) => Promise<ExitCode | void>,
) => (...args: unknown[]) => Promise<void>;

/** Adds one verb to its parent. */
export type Verb = (parent: Command, run: Run) => void;

/** The whole command line; `onExit` learns the exit code of the verb that ran. */
export function createProgram(
  world: World,
  onExit: (code: ExitCode) => void,
): Command {
  const { terminal } = world;
  const program = new Command(terminal.env.O8_NAME ?? 'o8');
  program
    .description(
      'Orchestr8: create, deploy, promote and watch modules through the portal.',
    )
    .version('0.1.0', '--version', 'print the version')
    .addOption(
      new Option('-o, --output <format>', 'table, json or yaml').default(
        'table',
      ),
    )
    .option('--no-color', 'no colours')
    .option('-v, --verbose', 'say more on stderr', false)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: text => terminal.stdout(text),
      writeErr: text => terminal.stderr(text),
      getOutHelpWidth: () => terminal.columns ?? 100,
      getErrHelpWidth: () => terminal.columns ?? 100,
    })
    .showHelpAfterError('Add --help to see what is possible.')
    .exitOverride();

  const run: Run =
    action =>
    async (...args) => {
      // Commander hands over the arguments, the verb's flags, and the command itself.
      const command = args[args.length - 1] as Command;
      const given = args.slice(0, -1) as never;
      demandRightPlace(command);
      const session = createSession(world, command.optsWithGlobals());
      onExit((await action(session, ...given)) ?? EXIT.done);
    };

  const module = program
    .command('module')
    .description('what can be done with modules')
    .enablePositionalOptions(false);
  for (const verb of verbs.module) verb(module, run);
  const cluster = program
    .command('cluster')
    .description('what can be done with clusters');
  for (const verb of verbs.cluster) verb(cluster, run);
  for (const verb of verbs.program) verb(program, run);
  inherit(program);
  return program;
}

/** Sub-commands that were made by hand inherit neither exit handling nor output. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherit(child);
  }
}

/** Commander's own endings: help and version are done, all else is wrong use. */
export function exitCodeOfCommander(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
