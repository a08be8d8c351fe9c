import { ApiError } from '@orchestr8/backstage-plugin-orchestr8-common';

/**
 * An error as a tool shows it: one message, with all that the API said of the
 * failure and of the way out. Its name decides the status, as everywhere.
 */
export function toolError(error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  const { detail, title, hint, problems = [], refusals = [] } = error.problem;
  const lines = [
    detail || title,
    ...refusals.map(({ message }) => message),
    ...problems.map(
      ({ code, file, line, column, message, hint: way }) =>
        `${file}:${line}:${column} ${code} ${message}${way ? ` ${way}` : ''}`,
    ),
    hint,
  ].filter(line => line !== undefined);
  const told = new Error(lines.join('\n'));
  told.name = error.name;
  return told;
}
