import { compose, isTooLarge } from './readYaml';
import { readTokens } from './readTokens';
import { toPlain } from './toPlain';

const NOWHERE = { file: '', line: 1, column: 1 };

/**
 * The plain value of a text as far as it can be read, however broken it is:
 * what is said of it in the catalog until it is mended. Never throws, and does
 * no more work than any reading.
 *
 * @returns undefined for a text that holds nothing, or that is beyond the limits
 * @public
 */
export function readContent(text: string): unknown {
  if (isTooLarge(text)) return undefined;
  try {
    const reading = readTokens(text);
    if (reading.kind !== 'tokens') return undefined;
    const [document] = compose(reading.tokens).documents;
    return document?.contents
      ? toPlain(document.contents, () => NOWHERE).value
      : undefined;
  } catch {
    // As for any reading: the parser is not ours.
    return undefined;
  }
}
