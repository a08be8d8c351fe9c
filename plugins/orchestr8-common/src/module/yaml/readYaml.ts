import { Composer, CST, Document, LineCounter, Parser } from 'yaml';
import { Problem } from '../Problem';
import { MAX_DEPTH, MAX_YAML_BYTES } from './limits';
import { toPlain } from './toPlain';
import { YamlSource } from './YamlSource';
import { syntaxProblems } from './syntaxProblems';

/** `source` is absent when the text has no meaning that could be relied on. */
export interface YamlReading {
  source?: YamlSource;
  problems: Problem[];
}

/**
 * Reads one YAML 1.2 document. Never throws; work and memory are bounded
 * whatever the text is.
 */
export function readYaml(text: string, file: string): YamlReading {
  const first = { file, line: 1, column: 1 };
  if (text.length * 3 > MAX_YAML_BYTES && byteLength(text) > MAX_YAML_BYTES) {
    return refuse({
      ...first,
      code: 'O8002',
      severity: 'error',
      message: `The file is larger than ${MAX_YAML_BYTES / 1024} KiB.`,
      hint: 'Move bulk data out of the file.',
    });
  }
  try {
    return read(text, file);
  } catch (error) {
    // The parser is not ours; whatever it trips over is the text's problem.
    return refuse({
      ...first,
      code: 'O8003',
      severity: 'error',
      message: `The text cannot be read as YAML: ${String(error)}.`,
    });
  }
}

function read(text: string, file: string): YamlReading {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };

  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    return refuse({
      ...place(deep),
      code: 'O8008',
      severity: 'error',
      message: `Objects and lists are nested more than ${MAX_DEPTH} levels deep here.`,
    });
  }

  // Keys are compared by toPlain: the composer would do it in quadratic time.
  const documents = [
    ...new Composer({ uniqueKeys: false, version: '1.2' }).compose(
      tokens,
      false,
      text.length,
    ),
  ] as Document.Parsed[];
  const problems = syntaxProblems(documents, place);
  if (documents.length > 1) {
    problems.push({
      ...place(documentStart(tokens)),
      code: 'O8004',
      severity: 'error',
      message:
        'A second YAML document starts here; the file may hold only one.',
      hint: 'Keep one document, and move the others to files of their own.',
    });
  }
  if (problems.length > 0) return { problems };

  const document = documents[0];
  if (!document?.contents || isBlank(document)) {
    return refuse({
      ...place(0),
      code: 'O8011',
      severity: 'error',
      message: 'There is nothing in the file.',
    });
  }
  const plain = toPlain(document.contents, place);
  return plain.complete
    ? {
        source: new YamlSource(file, plain.value, document, lines),
        problems: plain.problems,
      }
    : { problems: plain.problems };
}

const refuse = (problem: Problem): YamlReading => ({ problems: [problem] });

const byteLength = (text: string) => new TextEncoder().encode(text).length;

function isBlank(document: Document.Parsed): boolean {
  return document.toString().trim() === '' || document.contents === null;
}

/** Offset of the first token that stands too deep; found without recursion. */
function tooDeep(tokens: CST.Token[]): number | undefined {
  const open: { token: CST.Token; depth: number }[] = [];
  for (const token of tokens) {
    if (token.type === 'document') push(token.value, 0);
  }
  while (open.length > 0) {
    const { token, depth } = open.pop()!;
    if (!('items' in token)) continue;
    if (depth >= MAX_DEPTH) return token.offset;
    for (const item of token.items) {
      push(item.key, depth + 1);
      push(item.value, depth + 1);
    }
  }
  return undefined;

  function push(token: CST.Token | null | undefined, depth: number) {
    if (token) open.push({ token, depth });
  }
}

/** Where the second document starts. */
function documentStart(tokens: CST.Token[]): number {
  const starts = tokens.filter(token => token.type === 'document');
  return starts[1]?.offset ?? 0;
}
