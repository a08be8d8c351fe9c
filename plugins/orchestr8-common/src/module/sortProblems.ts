import { Problem } from './Problem';
import { MAX_PROBLEMS } from './yaml/limits';

/**
 * Problems in the order in which a reader meets them, each once; a warning
 * about YAML 1.1 gives way to an error at the same place, which says more.
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  if (problems.length === 0) return [];
  const key = (problem: Problem) =>
    [
      problem.file,
      String(problem.line).padStart(8, '0'),
      String(problem.column).padStart(8, '0'),
      problem.code,
      problem.message,
    ].join('\0');
  const place = (problem: Problem) =>
    `${problem.file}\0${problem.line}\0${problem.column}`;

  const errors = new Set(
    problems.filter(({ severity }) => severity === 'error').map(place),
  );
  const unique = new Map<string, Problem>();
  for (const problem of problems) {
    if (problem.code === 'O8010' && errors.has(place(problem))) continue;
    unique.set(key(problem), problem);
  }
  const sorted = [...unique.keys()].sort().map(name => unique.get(name)!);
  if (sorted.length <= MAX_PROBLEMS) return sorted;
  const shown = sorted.slice(0, MAX_PROBLEMS);
  return [
    ...shown,
    {
      ...shown[shown.length - 1],
      code: 'O8012',
      severity: 'info',
      message: `${
        sorted.length - MAX_PROBLEMS
      } further problems are not listed.`,
      hint: 'Mend these first.',
    },
  ];
}

/** Whether any of the problems stops a deployment. @public */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
