import { ProblemCode } from './codes/ProblemCode';
import { READING_CODES } from './codes/readingCodes';
import { SPECIFICATION_CODES } from './codes/specificationCodes';
import { DIRECTORY_CODES } from './codes/directoryCodes';
import { RENDERED_CODES } from './codes/renderedCodes';
import { TEMPLATE_CODES } from './codes/templateCodes';

export type { ProblemCode };

/**
 * Every code that a problem of this package can carry. A code is never given a
 * second meaning; one that is no longer used stays in the table.
 *
 * `O80` reading the file, `O81` the specification, `O82` the directory, `O83` lint,
 * `O84` overlays, `O85` templates. The engine has a table of its own for `O86`
 * (rendering) and `O87` (policy).
 *
 * @public
 */
export const PROBLEM_CODES = {
  ...READING_CODES,
  ...SPECIFICATION_CODES,
  ...DIRECTORY_CODES,
  ...RENDERED_CODES,
  ...TEMPLATE_CODES,
} satisfies Record<string, ProblemCode>;

/** @public */
export type ProblemCodeName = keyof typeof PROBLEM_CODES;
