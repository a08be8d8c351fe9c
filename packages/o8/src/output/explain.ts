import { ApiError } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT, ExitCode, isCommandError } from '../exit';
import { Terminal } from '../session/Terminal';
import { drawProblems } from './drawProblems';
import { styleOf } from './Style';

/** Tells a person why a verb ended, and gives its exit code. */
export function explain(
  error: unknown,
  options: { terminal: Terminal; verbose: boolean },
): ExitCode {
  const { terminal, verbose } = options;
  const style = styleOf({ colour: terminal.colour });
  const told = tell(error, terminal);
  terminal.stderr(`${style.bad('Error:')} ${told.message}\n`);
  for (const line of told.lines) terminal.stderr(`${line}\n`);
  if (told.problems.length > 0) {
    terminal.stderr(drawProblems(told.problems, style));
  }
  if (told.hint) terminal.stderr(`${style.faint('→')} ${told.hint}\n`);
  if (verbose && error instanceof Error && error.stack) {
    terminal.stderr(`${style.faint(error.stack)}\n`);
  }
  return told.exitCode;
}

interface Told {
  message: string;
  hint?: string;
  lines: string[];
  problems: CommandError['problems'];
  exitCode: ExitCode;
}

function tell(error: unknown, terminal: Terminal): Told {
  const nothing = { lines: [], problems: [] };
  if (isCommandError(error)) {
    const { message, hint, problems, exitCode } = error;
    return { message, hint, lines: [], problems, exitCode };
  }
  if (error instanceof ApiError) {
    const { problems = [], refusals = [] } = error.problem;
    return {
      message: error.message,
      hint: error.problem.hint ?? HINTS[error.name],
      lines: refusals.map(({ kind, message }) => `  ✗ ${kind}: ${message}`),
      problems,
      exitCode: exitCodeOfApi(error),
    };
  }
  if (terminal.signal.aborted) {
    return { ...nothing, message: 'Interrupted.', exitCode: EXIT.interrupted };
  }
  if (isClusterError(error)) {
    const { message, reason } = error;
    return {
      ...nothing,
      message,
      hint: CLUSTER_HINTS[reason],
      exitCode: CLUSTER_EXITS[reason] ?? EXIT.failed,
    };
  }
  // A folder that cannot be a module is the module's fault, whatever is wrong with it.
  const invalid = error instanceof Error && error.name === 'ModuleSourceError';
  return {
    ...nothing,
    message: error instanceof Error ? error.message : String(error),
    exitCode: invalid ? EXIT.invalid : EXIT.failed,
  };
}

/** As the engine throws it; its class is behind the door. */
function isClusterError(error: unknown): error is Error & { reason: string } {
  return (
    error instanceof Error && error.name === 'ClusterError' && 'reason' in error
  );
}

const CLUSTER_HINTS: Record<string, string | undefined> = {
  unreachable:
    'See whether the cluster runs, and whether --context names the right one.',
  unauthorized: 'Sign in to the cluster again, as you do for kubectl.',
  forbidden: 'Use a kubeconfig of somebody who may.',
};
const CLUSTER_EXITS: Record<string, ExitCode | undefined> = {
  unauthorized: EXIT.refused,
  forbidden: EXIT.refused,
  timeout: EXIT.timedOut,
};

const HINTS: Record<string, string | undefined> = {
  AuthenticationError:
    'The sign-in is missing or has expired: run "o8 login", or start the portal again.',
  NotAllowedError: 'Ask the owners of the module, or the portal’s operators.',
};

/** Errors of the module first, then refusals, then what the status says. */
function exitCodeOfApi(error: ApiError): ExitCode {
  const { problems = [], refusals = [], status } = error.problem;
  if (problems.some(({ severity }) => severity === 'error')) {
    return EXIT.invalid;
  }
  if (refusals.length > 0) {
    return refusals.every(({ kind }) => kind === 'invalid')
      ? EXIT.invalid
      : EXIT.refused;
  }
  switch (status) {
    case 400:
      return EXIT.usage;
    case 401:
    case 403:
    case 409:
      return EXIT.refused;
    case 408:
    case 504:
      return EXIT.timedOut;
    default:
      return EXIT.failed;
  }
}
