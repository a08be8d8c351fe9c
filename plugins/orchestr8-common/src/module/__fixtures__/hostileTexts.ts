import { MY_SERVICE } from './myService';

/** A text as long as wanted, made of one part again and again. */
const again = (part: string) => (bytes: number) =>
  part.repeat(Math.ceil(bytes / part.length)).slice(0, bytes);

/** The same with a number in each part. */
const counted = (part: (n: number) => string) => (bytes: number) => {
  const parts: string[] = [];
  for (let n = 0, length = 0; length < bytes; n++) {
    parts.push(part(n));
    length += parts[n].length;
  }
  return parts.join('').slice(0, bytes);
};

const BOMB = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from(
    { length: 9 },
    (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(10)}]`,
  ),
].join('\n');

/** Texts that are meant to take a reader's time or memory, for any number of bytes. */
export const HOSTILE_TEXTS: Record<string, (bytes: number) => string> = {
  'brackets in brackets': again('['),
  'objects in objects on one line': again('{a: '),
  'lists in lists on one line': again('- '),
  'keys in keys': again('? '),
  'lines that step to the right': counted(n => `${' '.repeat(n)}a:\n`),
  'an alias bomb': bytes => `${BOMB}\n${again('# x\n')(bytes - BOMB.length)}`,
  'aliases of everything before': counted(n =>
    n === 0 ? 'a0: &a0 [x]\n' : `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`,
  ),
  'aliases that contain themselves': counted(n => `a${n}: &a${n} [*a${n}]\n`),
  'anchors without end': counted(n => `a${n}: &a${n} x\n`),
  'one key again and again': again('a: 1\n'),
  'other keys again and again': counted(n => `k${n}: 1\n`),
  'merge keys': counted(n => `a${n}: &a${n}\n  <<: *a${Math.max(0, n - 1)}\n`),
  'one text without end': bytes => `a: ${again('x')(bytes - 3)}`,
  'one quoted text without end': bytes => `a: "${again('\\n')(bytes - 4)}"`,
  'a quoted text that nobody closes': bytes => `a: "${again('x ')(bytes)}`,
  'a text of many lines': bytes => `a: |\n${again('  x\n')(bytes - 5)}`,
  'a text folded from many lines': bytes => `a: x\n${again('  x\n')(bytes)}`,
  'many documents': again('--- a\n'),
  'many directives': again('%YAML 1.1\n'),
  'one comment without end': again('#'),
  'a comment on every line': again('# x\n'),
  'empty lines': again('\n'),
  'carriage returns': again('\r'),
  spaces: again(' '),
  tabs: again('\t'),
  'colons and dashes': again(':-'),
  'tags without end': again('!a '),
  'commas in a bracket': bytes => `a: [${again(',')(bytes)}`,
  'a list of numbers': bytes => `a: [${again('1, ')(bytes)}]`,
  'a list of numbers, one a line': bytes => `a:\n${again('- 1\n')(bytes)}`,
  'entries that are empty': again('-\n'),
  'a module with entries without end': bytes =>
    `${MY_SERVICE}${again(
      '      - { name: A, condition: "error_rate > 5%" }\n',
    )(bytes - MY_SERVICE.length)}`,
  'bytes that are no text': again('\ufffd\u0000'),
};

/** What the language promises of ten megabytes, and what of a file that is read in full. */
export const HOSTILE_BOUNDS = {
  /** Bytes of a file that is too large to be looked at. */
  large: 10 * 1024 * 1024,
  /** Bytes of one that is as large as is read: more than the size is looked at. */
  full: 255 * 1024,
  /** Milliseconds of processor time for a large one. */
  largeCpuMs: 1_000,
  /** The same for one that is read, each time; what this guards against takes minutes. */
  fullCpuMs: 5_000,
  /** Memory beyond that of a process that has read a sound one. */
  memoryKib: 200 * 1024,
};
