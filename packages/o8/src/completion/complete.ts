import { Command } from 'commander';
import { World } from '../session/Session';
import { optionsOf, Place, placeOf } from './placeOf';
import { Source, sourceOfArgument, sourceOfOption } from './sourceOf';
import { valuesOf } from './valuesOf';

/** One way to go on. */
export interface Candidate {
  value: string;
  description?: string;
}

/** What a shell is told: in its own words (cobra's, which kubectl speaks too). */
export const DIRECTIVES = { files: 0, nothingElse: 4, folders: 16 } as const;

/**
 * How a command line may go on: a candidate a line, its description after a
 * tab, and on the last line what else the shell is to offer. Never fails and
 * says nothing else: somebody is typing.
 *
 * @param line - words after the program's name; the last is being typed
 */
export async function complete(
  program: Command,
  line: readonly string[],
  world: World,
): Promise<string> {
  const place = placeOf(program, line);
  const source = sourceAt(place);
  const found = await candidatesAt(place, source, world).catch(() => []);
  const lines = found
    .filter(({ value }) => value.startsWith(place.typed))
    .map(({ value, description }) =>
      [
        `${place.before}${value}`,
        ...(description ? [oneLine(description)] : []),
      ].join('\t'),
    );
  return `${[...lines, `:${directiveFor(place, source)}`].join('\n')}\n`;
}

function sourceAt({ command, expects }: Place): Source | undefined {
  switch (expects.type) {
    case 'option-value':
      return sourceOfOption(command, expects.option);
    case 'argument':
      return sourceOfArgument(command, expects.argument);
    default:
      return undefined;
  }
}

async function candidatesAt(
  place: Place,
  source: Source | undefined,
  world: World,
): Promise<Candidate[]> {
  if (source !== undefined) return valuesOf(source, { place, world });
  switch (place.expects.type) {
    case 'command':
      return commandsOf(place.command);
    case 'option':
      return optionsAt(place);
    default:
      return [];
  }
}

function commandsOf(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .flatMap(child =>
      [child.name(), ...child.aliases()].map(value => ({
        value,
        description: child.description(),
      })),
    );
}

/** The options that may still be given. */
function optionsAt({ command, given }: Place): Candidate[] {
  const open = optionsOf(command)
    .filter(
      ({ long = '', variadic }) =>
        variadic || long === '--set' || !given.has(long),
    )
    .filter(({ long }) => long !== '--version' || !command.parent)
    .map(({ long = '', description }) => ({ value: long, description }));
  return [
    ...open,
    { value: '--help', description: 'display help for command' },
  ];
}

function directiveFor(place: Place, source: Source | undefined): number {
  const looksLikePath = /^[.~/]|\//.test(place.typed);
  switch (source) {
    case 'files':
      return DIRECTIVES.files;
    case 'folders':
      return DIRECTIVES.folders;
    case 'modules-and-folders':
      return looksLikePath ? DIRECTIVES.folders : DIRECTIVES.nothingElse;
    default:
      return DIRECTIVES.nothingElse;
  }
}

function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0020\u007f]+/g, ' ');
}
