import { InputError } from '@backstage/errors';
import { RE2JS } from 're2js';

/** Characters of a regular expression. */
const LONGEST = 200;

/**
 * Whether a line matches. RE2 syntax, matched in linear time: no expression
 * that a reader sends can hold up the others. Throws an `InputError` for what
 * is no such expression; without one, every line matches.
 */
export function matcherOf(
  expression: string | undefined,
): (text: string) => boolean {
  if (expression === undefined || expression === '') return () => true;
  if (expression.length > LONGEST) {
    throw new InputError(
      `The expression to search for is longer than ${LONGEST} characters`,
    );
  }
  try {
    const compiled = RE2JS.compile(expression);
    return text => compiled.matcher(text).find();
  } catch (error) {
    throw new InputError(
      `"${expression}" is not a regular expression (RE2): ${
        (error as Error).message
      }`,
    );
  }
}
