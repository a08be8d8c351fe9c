import {
  Problem,
  ProblemCode,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Codes of what only rendering shows. */
export const RENDER_PROBLEM_CODES = {
  O8601: {
    title: 'Chart does not render',
    cause:
      "Helm's engine cannot render the chart with this environment's values.",
    cure: 'Look at the marked place; `helm template` shows the same.',
  },
  O8602: {
    title: 'Values do not fit the chart',
    cause: "The values break the chart's own `values.schema.json`.",
    cure: 'Correct the specification or the overlay, or the schema.',
  },
  O8603: {
    title: 'Chart exceeds a limit',
    cause: 'Rendering took too long, too much memory, or gave too much text.',
    cure: 'Look for a loop, a recursive include, or generated bulk data.',
  },
  O8604: {
    title: 'Not a Kubernetes object',
    cause:
      'A template or a file of `config/` gives something that is not an object with apiVersion, kind and name.',
    cure: 'Correct the indentation or the missing field.',
  },
  O8605: {
    title: 'Object given twice',
    cause: 'Two files give an object of the same kind and name.',
    cure: 'Keep one of the two.',
  },
  O8606: {
    title: 'Hook not supported',
    cause:
      'The chart asks for something to be done at a moment that a deployment does not have.',
    cure: 'Use a Job with pre-install, post-install, pre-upgrade or post-upgrade.',
  },
  O8607: {
    title: 'Chart renders differently each time',
    cause:
      'A template uses chance or the clock (randAlphaNum, genCA, uuidv4, now), so that what was approved could not be what is applied, and every deployment would change it again.',
    cure: 'Take the value from spec.secrets or from the values.',
  },
  O8608: {
    title: 'Committed Application differs',
    cause:
      "The module's `argocd-app.yaml` names another project, repository, path or destination than the environment delivers with.",
    cure: 'Correct the file or the environment; or remove the file: the portal writes the Application itself.',
  },
} as const satisfies Record<string, ProblemCode>;

/** An error of rendering; without a place it points at the beginning of the file. */
export function renderProblem(
  code: keyof typeof RENDER_PROBLEM_CODES,
  message: string,
  place: { file: string; line?: number; column?: number },
): Problem {
  return {
    code,
    severity: 'error',
    file: place.file,
    line: place.line ?? 1,
    column: place.column ?? 1,
    message,
    hint: RENDER_PROBLEM_CODES[code].cure,
  };
}
