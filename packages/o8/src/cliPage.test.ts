import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { EXIT } from './exit';
import { createProgram } from './program';
import { FakeTerminal } from './__testUtils__/FakeTerminal';

const PAGE = resolve('../../catalog/orchestr8/docs/cli.md');

const MEANING: Record<keyof typeof EXIT, string> = {
  done: 'done',
  failed: 'failed',
  usage: 'wrong use: a flag or argument that is not understood or is missing',
  invalid: 'the module is invalid',
  refused: 'refused: policy, permission, gate or approval',
  timedOut: 'the time was up',
  interrupted: 'interrupted',
};

/** `o8 module deploy`: all commands that do something, in their order. */
function leaves(command: Command, path: string[] = []): [string, Command][] {
  const name = [...path, command.name()];
  return command.commands.length > 0
    ? command.commands
        .filter(child => child.name() !== 'help')
        .flatMap(child => leaves(child, name))
    : [[name.join(' '), command]];
}

/** One line of a list: what is written, and what it means. */
const item = (written: string | number, meaning: string) =>
  `- \`${written}\` ${meaning}`;

function section([name, command]: [string, Command]): string[] {
  const words = command.registeredArguments.map(argument =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
  const usage = [
    name,
    ...words,
    ...(command.options.length ? ['[options]'] : []),
  ];
  const description = command.description();
  return [
    `## ${name}`,
    '',
    `${description.charAt(0).toUpperCase()}${description.slice(1)}.`,
    '',
    `    ${usage.join(' ')}`,
    '',
    ...command.options.map(option => item(option.flags, option.description)),
    ...(command.options.length ? [''] : []),
  ];
}

function page(): string {
  const program = createProgram(
    { terminal: new FakeTerminal(), fetch },
    () => {},
  );
  return [
    '# The command line',
    '',
    'Written from the program itself. `kubectl o8` is the same program. Data goes to',
    'standard output, all else to standard error. Without `--environment` it is the',
    'only environment that the module runs in, else the first of the path; which one',
    'is always said.',
    '',
    'Every command takes:',
    '',
    ...program.options.map(({ flags, description }) =>
      item(flags, description),
    ),
    '',
    'Exit codes:',
    '',
    ...Object.entries(EXIT).map(([word, code]) =>
      item(code, MEANING[word as keyof typeof EXIT]),
    ),
    '',
    ...leaves(program).flatMap(section),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

it('the page about the command line says what the program says (O8_UPDATE_DOCS=1 writes it)', () => {
  if (process.env.O8_UPDATE_DOCS) writeFileSync(PAGE, page());
  expect(readFileSync(PAGE, 'utf8')).toBe(page());
});
