import { Argument, Command, Option } from 'commander';

/** Where the cursor stands on a command line, as far as the program understands it. */
export interface Place {
  command: Command;
  /** What is typed of the last word; for `--flag=va` only the value. */
  typed: string;
  /** What stands before that in the same word, such as `--flag=`. */
  before: string;
  /** What is expected there. */
  expects:
    | { type: 'option-value'; option: Option }
    | { type: 'option' }
    | { type: 'command' }
    | { type: 'argument'; argument: Argument }
    | { type: 'nothing' };
  /** Arguments of the command so far. */
  words: string[];
  /** Options so far, by long name; those without a value are `''`. */
  given: Map<string, string>;
}

/** All options that a command understands: its own, and those of its parents. */
export function optionsOf(command: Command): Option[] {
  const above = command.parent ? optionsOf(command.parent) : [];
  return [...command.options, ...above].filter(({ hidden }) => !hidden);
}

/** Reads a command line without the program's name; its last word is the one that is being typed. */
export function placeOf(program: Command, line: readonly string[]): Place {
  const current = line.at(-1) ?? '';
  const place: Place = {
    command: program,
    typed: current,
    before: '',
    expects: { type: 'nothing' },
    words: [],
    given: new Map(),
  };
  const pending = readWords(place, line.slice(0, -1));
  if (pending === 'lost') return place;
  if (pending?.option && !(pending.isMore && current.startsWith('-'))) {
    place.expects = { type: 'option-value', option: pending.option };
    return place;
  }
  const [, flag, value] = /^(--[^=]+)=(.*)$/s.exec(current) ?? [];
  const option = flag && find(place.command, flag);
  if (!pending?.onlyArguments && option && takesValue(option)) {
    const expects = { type: 'option-value', option } as const;
    return { ...place, expects, typed: value, before: `${flag}=` };
  }
  if (!pending?.onlyArguments && current.startsWith('-')) {
    return { ...place, expects: { type: 'option' } };
  }
  return { ...place, expects: wordExpected(place) };
}

/** What the next word belongs to. */
interface Pending {
  /** The option whose value it is. */
  option?: Option;
  /** It has one value already, and takes more. */
  isMore?: boolean;
  /** After `--` nothing is an option. */
  onlyArguments?: boolean;
}

function readWords(
  place: Place,
  words: readonly string[],
): Pending | 'lost' | undefined {
  let pending: Pending = {};
  for (const word of words) {
    const { option, isMore, onlyArguments } = pending;
    const isOption = word.startsWith('-') && word !== '-' && !onlyArguments;
    if (option && !(isMore && isOption)) {
      place.given.set(option.long ?? '', word);
      pending = option.variadic ? { option, isMore: true } : {};
    } else if (word === '--' && !onlyArguments) {
      pending = { onlyArguments: true };
    } else if (isOption) {
      pending = readOption(place, word);
    } else if (place.command.commands.length > 0) {
      const child = childOf(place.command, word);
      if (!child) return 'lost';
      place.command = child;
      pending = {};
    } else {
      place.words.push(word);
    }
  }
  return pending;
}

function readOption(place: Place, word: string): Pending {
  const [flag, value] = word.startsWith('--')
    ? word.split(/=(.*)/s)
    : [word.slice(0, 2), word.slice(2) || undefined];
  const option = find(place.command, flag);
  if (!option) return {};
  if (takesValue(option) && value === undefined) return { option };
  place.given.set(option.long ?? '', value ?? '');
  return {};
}

function find(command: Command, flag: string): Option | undefined {
  return optionsOf(command).find(
    ({ long, short }) => flag === long || flag === short,
  );
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

function childOf(command: Command, word: string): Command | undefined {
  return command.commands.find(
    child => child.name() === word || child.aliases().includes(word),
  );
}

function wordExpected({ command, words }: Place): Place['expects'] {
  if (command.commands.length > 0) return { type: 'command' };
  const all = command.registeredArguments;
  const last = all.at(-1);
  const argument = all.at(words.length) ?? (last?.variadic ? last : undefined);
  return argument ? { type: 'argument', argument } : { type: 'nothing' };
}
