import {
  formatObjectRef,
  Plan,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Every reason why a plan cannot be deployed: all of them, not the first. */
export function refusalsOf(
  plan: Pick<Plan, 'problems' | 'findings' | 'dependencies' | 'gates'>,
): Refusal[] {
  return [
    ...plan.problems
      .filter(({ severity }) => severity === 'error')
      .map(
        ({ code, file, line, column, message }): Refusal => ({
          kind: 'invalid',
          message: `${code} ${file}:${line}:${column} ${message}`,
        }),
      ),
    ...plan.findings
      .filter(({ allowed }) => !allowed)
      .map(
        ({ object, path, message, remedy }): Refusal => ({
          kind: 'policy',
          message: `${formatObjectRef(object)}${
            path ? ` (${path})` : ''
          }: ${message} ${remedy}`,
        }),
      ),
    ...plan.dependencies
      .filter(({ state, optional }) => state !== 'satisfied' && !optional)
      .map(({ message }): Refusal => ({ kind: 'dependency', message })),
    ...plan.gates
      .filter(({ met }) => !met)
      .map(({ message }): Refusal => ({ kind: 'gate', message })),
  ];
}
