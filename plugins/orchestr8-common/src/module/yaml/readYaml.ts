import {
  Composer,
  CST,
  Document,
  isScalar,
  LineCounter,
  ParsedNode,
} from 'yaml';
import { Problem } from '../Problem';
import { MAX_DEPTH, MAX_YAML_BYTES } from './limits';
import { plainPlaces } from './plainPlaces';
import { readPlainly } from './readPlainly';
import { readTokens } from './readTokens';
import { toPlain } from './toPlain';
import { Parsed, YamlSource } from './YamlSource';
import { syntaxProblems } from './syntaxProblems';

/** `source` is absent when the text has no meaning that could be relied on. */
export interface YamlReading {
  source?: YamlSource;
  problems: Problem[];
}

/** What is said where a text goes beyond what is read. */
const BEYOND = {
  large: {
    code: 'O8002',
    message: 'The file has too many parts; reading stopped here.',
    hint: 'Move bulk data out of the file.',
  },
  deep: {
    code: 'O8008',
    message: `Objects and lists are nested more than ${MAX_DEPTH} levels deep here.`,
    hint: 'Write the same with fewer levels; check that brackets are closed.',
  },
  anchored: {
    code: 'O8007',
    message:
      'The file has more than 1,000 anchors and aliases; reading stopped here.',
    hint: 'Write the values out.',
  },
} as const;

/**
 * Reads one YAML 1.2 document. Never throws; work and memory are bounded
 * whatever the text is.
 */
export function readYaml(text: string, file: string): YamlReading {
  if (isTooLarge(text)) return refuse(tooLarge(file));
  const value = readPlainly(text);
  if (value) {
    const source = new YamlSource(file, value, {
      parse: () => parsePlain(text),
      places: () => plainPlaces(text),
    });
    return { source, problems: [] };
  }
  return readWithPositions(text, file);
}

/** The same with a position for every part, for any text whatever. */
export function readWithPositions(text: string, file: string): YamlReading {
  try {
    return read(text, file);
  } catch (error) {
    // The parser is not ours; whatever it trips over is the text's problem.
    return refuse({
      file,
      line: 1,
      column: 1,
      code: 'O8003',
      severity: 'error',
      message: `The text cannot be read as YAML: ${String(error)}.`,
      hint: 'Take out parts until it can be read; what remains to be mended is in the last one.',
    });
  }
}

function read(text: string, file: string): YamlReading {
  const lines = countLines(text);
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };

  const reading = readTokens(text);
  if (reading.kind !== 'tokens') {
    return refuse({
      severity: 'error',
      ...place(reading.offset),
      ...BEYOND[reading.kind],
    });
  }

  const { documents, second } = compose(reading.tokens);
  const problems = syntaxProblems(documents, text, place);
  if (second !== undefined) {
    problems.push({
      code: 'O8004',
      severity: 'error',
      ...place(second),
      message:
        'A second YAML document starts here; the file may hold only one.',
      hint: 'Keep one document, and move the others to files of their own.',
    });
  }
  if (problems.length > 0) return { problems };

  const document = documents[0];
  if (!document?.contents || isEmpty(document.contents)) {
    return refuse({
      code: 'O8011',
      severity: 'error',
      ...place(0),
      message: 'There is nothing in the file.',
      hint: 'Start with `apiVersion: orchestr8.io/v1`.',
    });
  }
  const plain = toPlain(document.contents, place);
  return plain.complete
    ? {
        source: new YamlSource(file, plain.value, {
          parse: () => ({ document, lines }),
        }),
        problems: plain.problems,
      }
    : { problems: plain.problems };
}

/** A file that is not looked at, for its size. */
export function tooLarge(file: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    code: 'O8002',
    severity: 'error',
    message: `The file is larger than ${MAX_YAML_BYTES / 1024} KiB.`,
    hint: 'Move bulk data out of the file.',
  };
}

/** A text that was found in order before. */
function parsePlain(text: string): Parsed {
  const reading = readTokens(text);
  const tokens = reading.kind === 'tokens' ? reading.tokens : [];
  return { document: compose(tokens).documents[0], lines: countLines(text) };
}

/** Counted here, since the parser loses count after a blank line that ends with CR LF. @public */
export function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  return lines;
}

/** The first document; of a second one only where it starts. */
export function compose(tokens: readonly CST.Token[]): {
  documents: Document.Parsed[];
  second?: number;
} {
  let seen = 0;
  const until = tokens.findIndex(
    token => token.type === 'document' && ++seen === 2,
  );
  const own = until < 0 ? tokens : tokens.slice(0, until);
  // Keys are compared by toPlain: the composer would do it in quadratic time.
  const composer = new Composer({ uniqueKeys: false, version: '1.2' });
  const documents = [...composer.compose(own)] as Document.Parsed[];
  return {
    documents,
    ...(until < 0 ? {} : { second: tokens[until].offset }),
  };
}

const refuse = (problem: Problem): YamlReading => ({ problems: [problem] });

/** A character is one to three bytes; counted only where that leaves a doubt. */
export function isTooLarge(text: string): boolean {
  if (text.length > MAX_YAML_BYTES) return true;
  if (text.length * 3 <= MAX_YAML_BYTES) return false;
  return new TextEncoder().encode(text).length > MAX_YAML_BYTES;
}

/** Nothing but comments; a written `null` or `~` is something. */
function isEmpty(contents: ParsedNode): boolean {
  return isScalar(contents) && contents.value === null && !contents.source;
}
