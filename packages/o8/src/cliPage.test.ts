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

const LOCAL_PAGE = `## The environment local

\`--environment local\` works straight on the cluster of a kubeconfig, without the
portal: that of \`--kubeconfig\`, else of \`KUBECONFIG\`, else the usual one, at
\`--context\` or its current context. It always exists, has no gates, and lets the
same version have other content. A module goes to the namespace \`NAME-local\`; its
overlay is \`environments/local.yaml\`.

- \`validate\`, \`test\`, \`plan\` (\`diff\`) and \`deploy\` take the folder of a module;
  \`status\`, \`logs\` and \`delete\` its name.
- The folders beside a module's own stand in for the catalog: from them come the
  dependencies that \`--with-dependencies\` deploys first, and who may reach it.
- \`promote\`, \`approve\`, \`rollback\`, \`scale\`, \`restart\`, \`history\`, \`deps\`,
  \`--approve\` and \`--no-wait\` need the portal, which keeps releases, overrides and
  approvals: they are refused here. What \`status\` tells of alerts, drift and the
  last deployment needs it too, and is left out.
- A context that may be production (its name, its cluster's or its server's says so,
  or the server is on no private network) is written to only with \`--yes\`; on a
  terminal \`deploy\` and \`delete\` have its name typed instead.

\`o8 module test\` takes a module there for a moment: it validates, renders, tries
every object against the API server, deploys to a namespace of its own, waits until
all is healthy, and runs the Pods and Jobs that the chart marks with
\`helm.sh/hook: test\`, by weight and name. The namespace is deleted however that
ends, after an interruption too; \`--keep\` leaves it. What the module depends on may
be missing, which is said; \`--with-dependencies\` brings it along.
`.split('\n');

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
    ...LOCAL_PAGE,
    ...leaves(program).flatMap(section),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

it('the page about the command line says what the program says (O8_UPDATE_DOCS=1 writes it)', () => {
  if (process.env.O8_UPDATE_DOCS) writeFileSync(PAGE, page());
  expect(readFileSync(PAGE, 'utf8')).toBe(page());
});
