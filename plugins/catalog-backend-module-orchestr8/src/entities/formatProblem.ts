import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';

/**
 * A problem in one line, as people find it: `FILE:LINE:COLUMN CODE message hint`.
 *
 * @param file - how the file is named here; default the name inside the module
 */
export function formatProblem(problem: Problem, file = problem.file): string {
  const { code, line, column, message, hint } = problem;
  return `${file}:${line}:${column} ${code} ${message}${
    hint ? ` ${hint}` : ''
  }`;
}
