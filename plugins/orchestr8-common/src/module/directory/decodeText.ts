import { Problem } from '../Problem';

const STRICT = new TextDecoder('utf-8', { fatal: true });

/** The text of a file, or the problem that its bytes are not UTF-8, with the place of the first such byte. @public */
export function decodeText(
  bytes: Uint8Array,
  file: string,
): { text: string } | { problem: Problem } {
  try {
    return { text: STRICT.decode(bytes) };
  } catch {
    // U+FFFD stands for the bad byte, unless the author wrote one.
    const before = new TextDecoder().decode(bytes).split('\ufffd')[0];
    const lines = before.split('\n');
    return {
      problem: {
        code: 'O8001',
        severity: 'error',
        file,
        line: lines.length,
        column: lines[lines.length - 1].length + 1,
        message: 'The file is not UTF-8 text.',
        hint: 'Save it as UTF-8.',
      },
    };
  }
}
