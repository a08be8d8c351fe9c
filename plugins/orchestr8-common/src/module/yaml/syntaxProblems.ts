import { Document, ErrorCode } from 'yaml';
import { Problem } from '../Problem';
import { Position } from './Located';

/** In our words, what the parser's codes mean to an author. */
const WORDS: Partial<Record<ErrorCode, { message: string; hint?: string }>> = {
  TAB_AS_INDENT: {
    message: 'A tab indents this line; YAML takes only spaces.',
    hint: 'Replace the tab by spaces.',
  },
  BAD_INDENT: {
    message: 'The indentation of this line does not fit the lines above it.',
    hint: 'Entries of one object start in the same column.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second `: ` stands on this line.',
    hint: 'Quote the text if it holds a colon, or start a new line.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line has no `:` after its key.',
    hint: 'Write `key: value`, or check the indentation.',
  },
  BAD_ALIAS: { message: 'An alias (`*name`) is not well formed.' },
  TAG_RESOLVE_FAILED: {
    message: 'A tag (`!…`) stands here; tags are not allowed.',
    hint: 'Write the value without a tag.',
  },
};

/** Errors of the parser, and tags; one for each line, since one slip makes many. */
export function syntaxProblems(
  documents: Document.Parsed[],
  place: (offset: number) => Position,
): Problem[] {
  const problems: Problem[] = [];
  const lines = new Set<number>();
  for (const { errors, warnings } of documents) {
    for (const error of [...errors, ...warnings]) {
      const tag = error.code === 'TAG_RESOLVE_FAILED';
      if (error.name === 'YAMLWarning' && !tag) continue;
      const position = place(error.pos[0]);
      if (lines.has(position.line)) continue;
      lines.add(position.line);
      const words = WORDS[error.code];
      problems.push({
        ...position,
        code: tag ? 'O8006' : 'O8003',
        severity: 'error',
        message: words?.message ?? sentence(error.message),
        ...(words?.hint ? { hint: words.hint } : {}),
      });
    }
  }
  return problems;
}

function sentence(message: string): string {
  const first = message.split('\n')[0].replace(/ at line \d+.*$/, '');
  return `This is not YAML: ${first.replace(/[.:]$/, '')}.`;
}
