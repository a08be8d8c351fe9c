const KEY = '[A-Za-z_][-\\w./]*';
/** What neither ends a line nor is invisible, beyond ASCII. */
const WIDE = '\\u00a1-\\u1fff\\u2010-\\u2027\\u2030-\\ud7ff';
const QUOTED = `"[ !#-[\\]-~${WIDE}]*"|'[ -&(-~${WIDE}]*'`;
const FLOW = `[[{](?:[\\w ./+=~^(),[\\]{}]|-(?=\\w)|(?<=[\\w"']): |${QUOTED})*[\\]}]`;
/** Text without quotes. */
const BARE = `[A-Za-z0-9_/](?:[-\\w ./+=~^()<>@%;,'"]|:(?! |$)|[${WIDE}])*`;
/** Indentation, dashes, key, value, and of a value the one in brackets. */
const LINE = new RegExp(
  `^( *)((?:- )*)(?:(${KEY}):(?: +|$))?((${FLOW})|${QUOTED}|${BARE})?(?: *| +#.*)$`,
  'u',
);
const NOTHING = /^ *(?:#.*)?$/;

/** A line of YAML that says all of its text; columns count from 0. */
export interface PlainLine {
  /** Columns of its dashes. */
  dashes: number[];
  /** Where what follows the dashes stands: the key, or the value that has none. */
  column: number;
  key?: string;
  /** As it is written; absent where it is below, or nothing. */
  value?: { text: string; column: number; inBrackets: boolean };
}

/** The parts of a line; `empty` for one that says nothing, undefined for one that is unusual. */
export function plainLine(line: string): PlainLine | 'empty' | undefined {
  if (NOTHING.test(line)) return 'empty';
  const found = LINE.exec(line);
  if (!found) return undefined;
  const [, indent, signs, key, text, flow] = found;
  const column = indent.length + signs.length;
  const dashes: number[] = [];
  for (let at = indent.length; at < column; at += 2) dashes.push(at);
  const from = key === undefined ? column : column + key.length + 1;
  return {
    ...{ dashes, column, key },
    value:
      text === undefined
        ? undefined
        : {
            ...{ text, column: line.indexOf(text, from) },
            inBrackets: flow !== undefined,
          },
  };
}
