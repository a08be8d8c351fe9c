import {
  formatObjectRef,
  Manifest,
  MODULE_FILE,
  objectKey,
  objectRef,
  PolicyFinding,
  Problem,
  ProblemCode,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Code of what the policy gate refuses; its rule stands in the message. */
const POLICY_CODE = 'O8701';

/** The codes of the policy gate. */
export const POLICY_PROBLEM_CODES = {
  [POLICY_CODE]: {
    title: 'Refused by policy',
    cause: 'An object that would be applied breaks a rule of the policy gate.',
    cure: 'The hint of the problem names the way out.',
  },
} as const satisfies Record<string, ProblemCode>;

/** The gate's findings as problems of the files that the objects come from; an allowed one is a warning. */
export function problemsOfFindings(
  findings: readonly PolicyFinding[],
  manifests: readonly Manifest[],
): Problem[] {
  const sources = new Map(
    manifests.map(({ object, source }) => [
      objectKey(objectRef(object)),
      source,
    ]),
  );
  return findings.map(({ object, path, rule, message, remedy, allowed }) => {
    const source = sources.get(objectKey(object));
    const { kind, name } = object;
    return {
      code: POLICY_CODE,
      severity: allowed ? 'warning' : 'error',
      file: !source || source === 'generated' ? MODULE_FILE : source,
      line: 1,
      column: 1,
      // Without the namespace: it differs by environment, the problem does not.
      message: `${formatObjectRef({
        apiVersion: object.apiVersion,
        kind,
        name,
      })}${path ? ` (${path})` : ''}: ${message} [${rule}]`,
      hint: remedy,
    };
  });
}
