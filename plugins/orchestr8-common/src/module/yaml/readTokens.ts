import { CST, Lexer, Parser } from 'yaml';
import { MAX_DEPTH, MAX_LEXEMES } from './limits';

/** Lexemes that stand for no text: start of a document, end of a flow, start of a scalar. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/** The tokens of a text, or where it goes beyond what is read at all. */
export type TokenReading =
  | { kind: 'tokens'; tokens: CST.Token[] }
  | { kind: 'deep' | 'large'; offset: number };

/** Cuts a text into tokens; stops as soon as it is clear that it is too large or too deep. */
export function readTokens(text: string): TokenReading {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  let offset = 0;
  let brackets = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_LEXEMES) return { kind: 'large', offset };
    if (lexeme === '[' || lexeme === '{') brackets++;
    if (lexeme === ']' || lexeme === '}') brackets--;
    if (brackets > MAX_DEPTH) return { kind: 'deep', offset };
    tokens.push(...parser.next(lexeme));
    if (!MARKS.has(lexeme)) offset += lexeme.length;
  }
  tokens.push(...parser.end());
  const deep = tooDeep(tokens);
  return deep === undefined
    ? { kind: 'tokens', tokens }
    : { kind: 'deep', offset: deep };
}

/** Offset of the first token that stands too deep; found without recursion. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
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
    if (depth >= MAX_DEPTH) return token.offset;
    for (const item of token.items) {
      push(item.key, depth + 1);
      push(item.value, depth + 1);
    }
  }
  return undefined;
}
