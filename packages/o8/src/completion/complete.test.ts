import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { FakePortal } from '../__testUtils__/FakePortal';
import { FakeTerminal } from '../__testUtils__/FakeTerminal';
import { SIGNED_IN } from '../__testUtils__/runO8';
import { main } from '../main';
import { createProgram } from '../program';
import { optionsOf } from './placeOf';
import { sourceOfArgument, sourceOfOption } from './sourceOf';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'o8-completion-'));
  await mkdir(join(folder, 'orders'));
  await writeFile(join(folder, 'orders', 'o8-module.yaml'), '');
  await mkdir(join(folder, 'other'));
  await writeFile(
    join(folder, 'kubeconfig'),
    'contexts: [{ name: kind-dev }, { name: eu-prod }]\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

/** Completes a line; `|` ends it where a blank would be lost. */
async function completed(
  line: string,
  options: { portal?: FakePortal; signedIn?: boolean } = {},
) {
  const { portal = new FakePortal(), signedIn = true } = options;
  const terminal = new FakeTerminal({
    cwd: folder,
    env: { KUBECONFIG: 'kubeconfig', ...(signedIn ? SIGNED_IN : {}) },
  });
  const words = line.replace(/\|$/, '').split(' ');
  const code = await main(['__complete', ...words], {
    terminal,
    fetch: portal.fetch,
  });
  expect({ code, err: terminal.err }).toEqual({ code: 0, err: '' });
  const lines = terminal.out.trimEnd().split('\n');
  return {
    directive: lines.pop(),
    values: lines.map(it => it.split('\t')[0]),
    lines,
  };
}

describe('completion', () => {
  it.each<[string, string[], string]>([
    ['mod', ['module'], ':4'],
    ['module de', ['deploy', 'deps', 'delete'], ':4'],
    ['module d', ['diff', 'deploy', 'deps', 'delete'], ':4'],
    ['cluster |', ['prepare', 'help'], ':4'],
    ['completion |', ['bash', 'zsh', 'fish'], ':4'],
    ['fly |', [], ':4'],
    ['module status my|', ['my-service'], ':4'],
    ['module status my-service |', [], ':4'],
    [
      'module plan --environment |',
      ['dev', 'staging', 'production', 'local'],
      ':4',
    ],
    ['module plan --environment=s|', ['--environment=staging'], ':4'],
    [
      'module promote my-service --from |',
      ['dev', 'staging', 'production'],
      ':4',
    ],
    ['module test --environment |', ['local'], ':4'],
    ['module deploy o|', ['orders'], ':4'],
    ['module deploy ./|', [], ':16'],
    ['module validate |', [], ':16'],
    ['module validate a |', [], ':16'],
    ['module init |', [], ':4'],
    ['module init x --template |', ['microservice'], ':4'],
    ['module init x -t m|', ['microservice'], ':4'],
    [
      'module deps x -o |',
      ['table', 'json', 'yaml', 'dot', 'mermaid', 'svg'],
      ':4',
    ],
    ['module list -o |', ['table', 'json', 'yaml'], ':4'],
    ['module delete x --with claims n|', ['namespace'], ':4'],
    ['module delete x --with claims --y|', ['--yes'], ':4'],
    ['module logs x --follow --fo|', [], ':4'],
    ['module init x --set a=b --se|', ['--set'], ':4'],
    ['module logs x -- --f|', [], ':4'],
    ['module status x --context |', ['kind-dev', 'eu-prod'], ':4'],
    ['module status x --kubeconfig |', [], ':0'],
    ['module status x --kubeconfig other/none --context |', [], ':4'],
    ['module schema --output-dir |', [], ':16'],
    ['module schema |', ['module', 'overlay', 'template'], ':4'],
    ['-o y|', ['yaml'], ':4'],
    ['module -o json st|', ['status'], ':4'],
    ['module completion z|', ['zsh'], ':4'],
  ])('of "%s" offers %j, and %s', async (line, values, directive) => {
    expect(await completed(line)).toMatchObject({ values, directive });
  });

  it('describes what it offers', async () => {
    const { lines } = await completed('module approve |');
    expect(lines).toEqual([
      `${'a'.repeat(12)}\tpromote my-service 1.1.0 to production`,
    ]);
  });

  it('offers the versions that ran where a rollback is to go', async () => {
    const line = 'module rollback my-service --environment dev --to |';
    expect((await completed(line)).values).toEqual(['1.1.0']);
    const early = 'module rollback my-service --to |';
    expect((await completed(early)).values).toEqual([]);
  });

  it.each([
    ['nobody is signed in', { signedIn: false }],
    [
      'the portal does not answer',
      {
        portal: Object.assign(new FakePortal(), {
          fetch: async (_: unknown, init?: RequestInit) => {
            expect(init?.signal).toBeInstanceOf(AbortSignal);
            throw new TypeError('fetch failed');
          },
        }),
      },
    ],
  ])('is silent when %s, and offers what it knows', async (_, options) => {
    const modules = await completed('module status |', options);
    expect(modules).toMatchObject({ values: [], directive: ':4' });
    const environments = await completed(
      'module plan --environment |',
      options,
    );
    expect(environments.values).toEqual(['local']);
  });

  it('knows where the values of every option and argument come from', () => {
    const program = createProgram(
      { terminal: new FakeTerminal(), fetch },
      () => {},
    );
    const unknown: string[] = [];
    const visit = (command: Command) => {
      command.commands.forEach(visit);
      for (const option of optionsOf(command)) {
        if (!option.required || sourceOfOption(command, option)) continue;
        unknown.push(`${command.name()} ${option.long}`);
      }
      for (const argument of command.registeredArguments) {
        if (sourceOfArgument(command, argument)) continue;
        unknown.push(`${command.name()} ${argument.name()}`);
      }
    };
    visit(program);
    expect(unknown).toEqual([]);
  });
});
