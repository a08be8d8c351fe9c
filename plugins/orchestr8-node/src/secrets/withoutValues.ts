import { maskText } from './maskText';

/** After these the API server quotes the value that it does not take. */
const QUOTES =
  /(?:Invalid|Unsupported|Duplicate) value: (?=["[{&]|\w+\.\w+\{)|, got (?=&?\w+\.\w+\{)/g;
/** A value that is longer says nothing more to anybody. */
const LONGEST = 80;
const CLOSING: Record<string, string> = { '{': '}', '[': ']', '(': ')' };

/**
 * The words of an API server without the values that they quote at length: a
 * pod template that cannot change is repeated whole, with all its variables.
 * Short values stay, such as a name that is not well formed.
 */
export function withoutValues(message: string): string {
  let shown = '';
  let from = 0;
  for (const found of message.matchAll(QUOTES)) {
    const start = found.index + found[0].length;
    if (start < from) continue; // inside of a value that was left out
    const end = endOfValue(message, start);
    const value = message.slice(start, end);
    const isShort =
      end < Infinity && value.length <= LONGEST && !/value"?:/i.test(value);
    shown += message.slice(from, start) + (isShort ? value : '…');
    from = end;
  }
  return maskText(shown + message.slice(from));
}

/** Where a quoted text or a structure ends: behind its last bracket, strings passed over; `Infinity` when it is cut off. */
function endOfValue(text: string, start: number): number {
  const open: string[] = [];
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
      if (open.length === 0) return at + 1;
    } else if (CLOSING[character]) {
      open.push(CLOSING[character]);
    } else if (character === open.at(-1)) {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return Infinity;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return Infinity;
}
