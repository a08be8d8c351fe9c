import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';

/** The exit codes (language §9). Scripts rely on them; they do not change. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  invalid: 3,
  refused: 4,
  timedOut: 5,
  interrupted: 130,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a verb: what went wrong, what to do next, and the exit code. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  readonly hint?: string;
  readonly problems: readonly Problem[];

  constructor(
    message: string,
    options: { exitCode: ExitCode; hint?: string; problems?: Problem[] },
  ) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = options.exitCode;
    this.hint = options.hint;
    this.problems = options.problems ?? [];
  }
}

/**
 * Whether something thrown is a {@link CommandError}. The doors to the engine
 * and to clusters are bundles of their own, with a class of their own: it is
 * known by its name.
 */
export function isCommandError(error: unknown): error is CommandError {
  return (
    error instanceof CommandError ||
    (error instanceof Error &&
      error.name === 'CommandError' &&
      'exitCode' in error)
  );
}

/** The person has interrupted. */
export class Interrupted extends CommandError {
  constructor(message = 'Interrupted.') {
    super(message, { exitCode: EXIT.interrupted });
    this.name = 'Interrupted';
  }
}
