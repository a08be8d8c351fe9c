import { FAILSAFE_SCHEMA, load, Type } from 'js-yaml';
import { plainLine } from './plainLine';

/** Longer texts and lines take the long way. */
const MAX_LENGTH = 32 * 1024;
const MAX_LINE = 1024;
/** Columns of indentation and brackets in brackets: together below the depth that is refused. */
const MAX_COLUMN = 20;
const MAX_BRACKETS = 4;

/** Keys that the long way refuses. */
const REFUSED = /__proto__|constructor|prototype/;

const WORDS = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
const WORD = /^(?:-?[A-Za-z_]|\/)/;
const NUMBER =
  /^(?:0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,6})\.[0-9]{0,6}[1-9])$/;
/** `64Mi`, `500ms`, `1.0.0`. */
const MEASURE =
  /^(?:0|[1-9][0-9]*)(?:\.[0-9]+[A-Za-z]+|\.[0-9]+\.[0-9]+)$|^[1-9][0-9]*[A-Za-z]+$/;

/** Thrown to take the long way. */
const UNUSUAL = new Error('Not plain YAML');

/** Texts without quotes about whose meaning all readers of YAML agree; every other one is unusual. */
const SCHEMA = FAILSAFE_SCHEMA.extend({
  implicit: [
    new Type('tag:yaml.org,2002:plain', {
      kind: 'scalar',
      resolve: () => true,
      construct: meaningOf,
    }),
  ],
});

function meaningOf(text: string | null): unknown {
  if (text === null) return null;
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (WORDS.test(text)) throw UNUSUAL;
  if (WORD.test(text) || MEASURE.test(text)) return text;
  if (NUMBER.test(text)) return Number(text);
  throw UNUSUAL;
}

/**
 * The value of a text that is written as nearly all modules are: a key, an entry
 * or a comment on each line, nothing that readers disagree about. A tenth of the
 * work of the reading that keeps positions, with the same result.
 *
 * @returns undefined for every text that is unusual or wrong, whatever is wrong
 * with it: the long way tells
 */
export function readPlainly(text: string): object | undefined {
  if (text.length > MAX_LENGTH || REFUSED.test(text)) return undefined;
  if (!standsAlone(text)) return undefined;
  try {
    const value = load(text, { schema: SCHEMA });
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether each line says all of its text, and nothing is deep. */
function standsAlone(text: string): boolean {
  /** From this column on a line would go on with the text above it. */
  let goesOn = Infinity;
  for (const line of text.split('\n')) {
    if (line.length > MAX_LINE) return false;
    const parts = plainLine(line);
    if (parts === 'empty') continue;
    if (!parts) return false;
    const { dashes, column, key, value } = parts;
    const [indent = column] = dashes;
    if (indent >= goesOn || column > MAX_COLUMN) return false;
    if (value?.inBrackets && !closesAtItsEnd(value.text)) return false;
    if (key === undefined) {
      if (!value || dashes.length === 0) return false;
      goesOn = column - 1;
    } else {
      goesOn = value ? column + 1 : Infinity;
    }
  }
  return true;
}

/** Whether a bracket is closed by the last one, is not deep, and holds no bracket as a key. */
function closesAtItsEnd(flow: string): boolean {
  const open: string[] = [];
  const bare = flow.replace(/"[^"]*"|'[^']*'/g, '0');
  let before = '';
  for (let at = 0; at < bare.length; at++) {
    const sign = bare[at];
    if (sign === '[' || sign === '{') {
      if (open.at(-1) === '{' && before !== ':') return false;
      open.push(sign);
    } else if (sign === ']' || sign === '}') {
      open.pop();
      if (open.length === 0 && at < bare.length - 1) return false;
    }
    if (open.length > MAX_BRACKETS) return false;
    if (sign !== ' ') before = sign;
  }
  return open.length === 0;
}
