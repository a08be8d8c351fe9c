import { CST, Lexer, Parser } from 'yaml';
import { MAX_ANCHORS, MAX_DEPTH, MAX_LEXEMES } from './limits';

/** Stands before the text of a scalar. */
const SCALAR = '\u001f';
/** Lexemes that stand for no text: start of a document, end of a flow, start of a scalar. */
const MARKS = new Set(['\u0002', '\u0018', SCALAR]);

/** Where a text goes beyond what is read at all. @public */
export interface Beyond {
  kind: 'deep' | 'large' | 'anchored';
  offset: number;
}

/** The tokens of a text, or where it goes beyond what is read at all. @public */
export type TokenReading = { kind: 'tokens'; tokens: CST.Token[] } | Beyond;

/** How far a text is read. @public */
export interface TokenLimits {
  /** Words, signs and spaces. */
  lexemes: number;
  /** Levels of objects and lists inside one another. */
  depth: number;
  /** Anchors and aliases. */
  anchors: number;
}

/** Those of the files of the language. */
const LIMITS: TokenLimits = {
  lexemes: MAX_LEXEMES,
  depth: MAX_DEPTH,
  anchors: MAX_ANCHORS,
};

/**
 * Cuts YAML, of any number of documents, into tokens. A text that is too large
 * or too deep is given up before most of the work: counting is cheap, parsing is
 * not.
 *
 * @public
 */
export function readTokens(
  text: string,
  limits: Partial<TokenLimits> = {},
): TokenReading {
  const all = { ...LIMITS, ...limits };
  const { depth } = all;
  const cut = readLexemes(text, all);
  if (cut.kind !== 'lexemes') return cut;
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of cut.lexemes) {
    tokens.push(...parser.next(lexeme));
    // So deep that what follows makes no difference.
    if (parser.stack.length > 2 * depth) break;
  }
  tokens.push(...parser.end());
  const deep = tooDeep(tokens, depth);
  return deep === undefined
    ? { kind: 'tokens', tokens }
    : { kind: 'deep', offset: deep };
}

function readLexemes(
  text: string,
  limits: TokenLimits,
): { kind: 'lexemes'; lexemes: string[] } | Beyond {
  const lexemes: string[] = [];
  let offset = 0;
  let brackets = 0;
  let anchors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const isText = lexemes.at(-1) === SCALAR;
    if (lexemes.push(lexeme) > limits.lexemes) {
      return { kind: 'large', offset };
    }
    if (!isText) {
      const [sign] = lexeme;
      if (sign === '[' || sign === '{') brackets++;
      if (sign === ']' || sign === '}') brackets--;
      if (sign === '&' || sign === '*') anchors++;
      if (brackets > limits.depth) return { kind: 'deep', offset };
      if (anchors > limits.anchors) return { kind: 'anchored', offset };
    }
    if (!MARKS.has(lexeme)) offset += lexeme.length;
  }
  return { kind: 'lexemes', lexemes };
}

/** Offset of the first token that stands too deep; found without recursion. */
function tooDeep(
  tokens: readonly CST.Token[],
  limit: number,
): number | undefined {
  const open: { token: CST.Token; depth: number }[] = [];
  const push = (token: CST.Token | null | undefined, depth: number) => {
    if (token) open.push({ token, depth });
  };
  for (const token of tokens) {
    if (token.type === 'document') push(token.value, 0);
  }
  while (open.length > 0) {
    const { token, depth } = open.pop()!;
    if (!('items' in token)) continue;
    if (depth >= limit) return token.offset;
    for (const item of token.items) {
      push(item.key, depth + 1);
      push(item.value, depth + 1);
    }
  }
  return undefined;
}
