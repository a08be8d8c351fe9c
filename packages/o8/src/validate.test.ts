import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  parseModuleText,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  MISTAKES,
  MY_SERVICE,
  seed,
} from '@orchestr8/backstage-plugin-orchestr8-common/testing';
import fc from 'fast-check';
import { FakePortal } from './__testUtils__/FakePortal';
import { FakeTerminal } from './__testUtils__/FakeTerminal';
import { runO8, SIGNED_IN } from './__testUtils__/runO8';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'o8-'));
});
afterEach(() => rm(folder, { recursive: true }));

const COMPLETE = {
  'README.md': '# my-service\n',
  'charts/Chart.yaml': 'apiVersion: v2\nname: my-service\nversion: 1.0.0\n',
};

async function write(files: Record<string, string | Uint8Array>) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Validates on this machine and reads what was printed, which is nothing but JSON. */
async function validate(line = '') {
  const terminal = new FakeTerminal({ cwd: folder });
  const { code, out } = await runO8(
    `module validate . -o json${line && ' '}${line}`,
    { terminal },
  );
  const printed: { problems: Problem[] } = JSON.parse(out);
  return { code, printed };
}

describe('every mistake of an author is told by the command line as by the parser', () => {
  // The first one loads the engine.
  jest.setTimeout(60_000);

  it.each(MISTAKES.map(mistake => [mistake.title, mistake] as const))(
    '%s',
    async (_, mistake) => {
      const { text, line, column } = seed(mistake);
      await write({ ...COMPLETE, 'o8-module.yaml': text });
      const { code, printed } = await validate();
      const severity = mistake.severity ?? 'error';
      const parsed = parseModuleText(text).problems;

      expect(printed.problems).toEqual(expect.arrayContaining(parsed));
      expect(printed.problems).toContainEqual(
        expect.objectContaining({
          code: mistake.code,
          severity,
          line,
          column,
          hint: mistake.hint,
        }),
      );
      expect(code).toBe(severity === 'error' ? 3 : 0);
    },
  );
});

it('prints one object with the problems of all files, sorted', async () => {
  await write({
    'o8-module.yaml': 'kind: Modul\n',
    'environments/dev.yaml': 'replicaCount: many\n',
    'environments/a b.yaml': '',
  });
  await symlink('/etc/passwd', join(folder, 'passwd'));
  const { code, printed } = await validate();
  expect(code).toBe(3);
  expect(Object.keys(printed)).toEqual(['problems']);
  const { problems } = printed;
  const places = problems.map(({ file }) => file);
  expect(new Set(places)).toEqual(
    new Set([
      'environments/a b.yaml',
      'environments/dev.yaml',
      'o8-module.yaml',
      'passwd',
    ]),
  );
  expect(places).toEqual([...places].sort());
  for (const problem of problems) {
    const { hint, ...told } = problem;
    expect(Object.keys(told)).toEqual([
      'code',
      'severity',
      'file',
      'line',
      'column',
      'message',
    ]);
  }
});

it('names the folder of each file where several are validated', async () => {
  await write({
    'a/o8-module.yaml': 'kind: Modul\n',
    'b/o8-module.yaml': 'kind: Modul\n',
  });
  const { out } = await runO8('module validate a b/ -o json', {
    terminal: new FakeTerminal({ cwd: folder }),
  });
  const files = JSON.parse(out).problems.map(({ file }: Problem) => file);
  expect([...new Set(files)]).toEqual(['a/o8-module.yaml', 'b/o8-module.yaml']);
});

it('explains a folder that holds no module', async () => {
  const { code, printed } = await validate();
  expect(code).toBe(3);
  expect(printed.problems.map(it => it.code)).toEqual(['O8201']);
});

it('explains a specification that is a link, without reading what it leads to', async () => {
  await symlink('/etc/passwd', join(folder, 'o8-module.yaml'));
  const { code, printed } = await validate();
  expect(code).toBe(3);
  expect(printed.problems).toEqual([
    expect.objectContaining({ code: 'O8203', file: 'o8-module.yaml' }),
  ]);
});

it('asks no portal when charts need not be rendered', async () => {
  await write({ ...COMPLETE, 'o8-module.yaml': MY_SERVICE });
  const portal = new FakePortal();
  const { code } = await runO8('module validate . --no-render', {
    portal,
    terminal: new FakeTerminal({ cwd: folder, env: SIGNED_IN }),
  });
  expect(code).toBe(0);
  expect(portal.requests).toEqual([]);
});

it('has an answer for any bytes in any of the files', async () => {
  const files = fc.dictionary(
    fc.constantFrom(
      'o8-module.yaml',
      'environments/dev.yaml',
      'environments/x',
      'charts/Chart.yaml',
      'argocd-app.yaml',
    ),
    fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.nat(MY_SERVICE.length), fc.string())
        .map(([at, text]) => MY_SERVICE.slice(0, at) + text),
    ),
  );
  await fc.assert(
    fc.asyncProperty(files, async content => {
      await rm(folder, { recursive: true });
      await mkdir(folder);
      await write(content);
      const { code, printed } = await validate();
      const errors = printed.problems.filter(it => it.severity === 'error');
      expect(code).toBe(errors.length > 0 ? 3 : 0);
    }),
    { numRuns: 60 },
  );
}, 60_000);
