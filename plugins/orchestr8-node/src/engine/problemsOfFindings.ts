import {
  formatObjectRef,
  Manifest,
  objectKey,
  ObjectRef,
  objectRef,
  PolicyFinding,
  Problem,
  ProblemCode,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { LintFinding } from '../lint/LintRule';
import { ManifestLocator } from '../render/manifestLocator';

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

/** The gate's findings as problems, each where its field is written; an allowed one is a warning. */
export function problemsOfFindings(
  findings: readonly PolicyFinding[],
  manifests: readonly Manifest[],
  options: { locate: ManifestLocator },
): Problem[] {
  const sources = new Map(
    manifests.map(({ object, source }) => [
      objectKey(objectRef(object)),
      source,
    ]),
  );
  return findings.map(({ object, path, rule, message, remedy, allowed }) => ({
    code: POLICY_CODE,
    severity: allowed ? 'warning' : 'error',
    ...options.locate({
      source: sources.get(objectKey(object)) ?? 'generated',
      object,
      path,
    }),
    message: `${subject(object, path)}: ${message} [${rule}]${
      allowed ? ` (allowed: ${allowed.reason})` : ''
    }`,
    hint: remedy,
  }));
}

/** What good practice says of rendered objects, each where its field is written. */
export function problemsOfLint(
  findings: readonly LintFinding[],
  options: { locate: ManifestLocator },
): Problem[] {
  return findings.map(({ code, message, hint, ...place }) => ({
    code,
    severity: 'warning',
    ...options.locate(place),
    message: `${subject(place.object, place.path)}: ${message}`,
    hint,
  }));
}

/** Without the namespace: it differs by environment, the problem does not. */
function subject(
  { apiVersion, kind, name }: ObjectRef,
  path: string | undefined,
): string {
  return `${formatObjectRef({ apiVersion, kind, name })}${
    path ? ` (${path})` : ''
  }`;
}
