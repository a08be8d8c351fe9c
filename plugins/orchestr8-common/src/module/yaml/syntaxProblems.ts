import { Document, ErrorCode, YAMLParseError, YAMLWarning } from 'yaml';
import { Problem } from '../Problem';
import { Position } from './Located';

interface Words {
  message: string;
  hint: string;
}

/** In our words, what the parser's codes mean to an author. */
const WORDS: Partial<Record<ErrorCode, Words>> = {
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
  BLOCK_IN_FLOW: {
    message: 'A comma or a closing bracket is missing before this.',
    hint: 'Entries between brackets are separated by commas.',
  },
  BAD_SCALAR_START: {
    message: 'Text cannot start with this character.',
    hint: 'Quote the text.',
  },
  BAD_DQ_ESCAPE: {
    message:
      'A backslash in double quotes starts an escape that YAML does not know.',
    hint: 'Use single quotes, or write the backslash twice.',
  },
  BAD_ALIAS: {
    message: 'A `*` starts an alias here, and no name follows.',
    hint: 'Quote the text if it is meant to start with `*`.',
  },
  TAG_RESOLVE_FAILED: {
    message: 'A tag (`!…`) stands here; tags are not allowed.',
    hint: 'Write the value without a tag.',
  },
};

/** What the parser's texts mean where its codes say too little. */
const PHRASES: [RegExp, (match: RegExpExecArray) => Words][] = [
  [
    /^Missing closing (["'])/,
    ([, quote]) => ({
      message: `The text that was opened before with ${quote} is not closed.`,
      hint: `Add the missing ${quote}.`,
    }),
  ],
  [
    /must be sufficiently indented and end with a ([\]}])/,
    ([, bracket]) => ({
      message: `A bracket that was opened before is not closed with \`${bracket}\`.`,
      hint: `Add the missing \`${bracket}\` before this.`,
    }),
  ],
];

/** Errors of the parser, and tags; one for each line, since one slip makes many. */
export function syntaxProblems(
  documents: Document.Parsed[],
  text: string,
  place: (offset: number) => Position,
): Problem[] {
  const problems: Problem[] = [];
  const lines = new Set<number>();
  for (const { errors, warnings } of documents) {
    const slips = [...errors, ...warnings];
    for (const slip of slips) {
      const tag = slip.code === 'TAG_RESOLVE_FAILED';
      if (slip.name === 'YAMLWarning' && !tag) continue;
      const indented = overIndented(slip, slips, text);
      const position = place(indented ?? slip.pos[0]);
      if (lines.has(position.line)) continue;
      lines.add(position.line);
      problems.push({
        code: tag ? 'O8006' : 'O8003',
        severity: 'error',
        ...position,
        ...(indented === undefined ? wordsFor(slip) : WORDS.BAD_INDENT!),
      });
    }
  }
  return problems;
}

/**
 * A line that is indented too far becomes a part of the text above it, and the
 * parser complains about that text. What the author must look at is the line.
 */
function overIndented(
  slip: YAMLParseError | YAMLWarning,
  all: readonly (YAMLParseError | YAMLWarning)[],
  text: string,
): number | undefined {
  const atSamePlace = (code: ErrorCode) =>
    all.find(other => other.code === code && other.pos[0] === slip.pos[0]);
  const key = atSamePlace('MULTILINE_IMPLICIT_KEY');
  if (!key || !atSamePlace('BLOCK_AS_IMPLICIT_KEY')) return undefined;
  const lineStart = text.lastIndexOf('\n', key.pos[1] - 1) + 1;
  return lineStart + text.slice(lineStart).search(/\S/);
}

function wordsFor(slip: YAMLParseError | YAMLWarning): Words {
  for (const [pattern, words] of PHRASES) {
    const match = pattern.exec(slip.message);
    if (match) return words(match);
  }
  const first = slip.message.split('\n')[0].replace(/ at line \d+.*$/, '');
  return (
    WORDS[slip.code] ?? {
      message: `This is not YAML: ${first.replace(/[.:]$/, '')}.`,
      hint: 'Look at this line and the one above it; quote text with special characters.',
    }
  );
}
