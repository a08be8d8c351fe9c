import { RE2JS } from 're2js';

/** Characters of a pattern. */
const LONGEST = 500;

/**
 * Why a variable's pattern cannot be used, in words; undefined when it can. RE2
 * matches in linear time, so that no template can hold up whoever fills it in.
 */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > LONGEST) {
    return `it is longer than ${LONGEST} characters`;
  }
  try {
    RE2JS.compile(pattern);
    // The wizard's form is checked by the browser, which only has to read it here.
    RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Whether a pattern that can be used covers all of a text. */
export function matchesPattern(pattern: string, text: string): boolean {
  return RE2JS.matches(pattern, text);
}
