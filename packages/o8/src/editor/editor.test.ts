import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FakeTerminal } from '../__testUtils__/FakeTerminal';
import { LanguageServer } from '../__testUtils__/LanguageServer';
import { runO8 } from '../__testUtils__/runO8';

const CHECKOUT = resolve('../..');

let folder: string;
let server: LanguageServer;
let linked: { code: number; out: string };
const at = (path: string) => join(folder, path);
const text = (path: string) => readFile(at(path), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'o8-'));
  const terminal = () =>
    new FakeTerminal({
      cwd: folder,
      env: { O8_TEMPLATES: join(CHECKOUT, 'templates') },
    });
  await runO8(
    'module init orders --template microservice --team shop --owner a@b.de --description Orders',
    { terminal: terminal() },
  );
  linked = await runO8(
    'module schema --output-dir .schema --link orders -o json',
    { terminal: terminal() },
  );
  server = await LanguageServer.start(folder);
}, 30_000);

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true });
});

it('points every file of a new module that has a schema to it', () => {
  expect(linked.code).toBe(0);
  expect(JSON.parse(linked.out).linked).toHaveLength(4);
});

it('finds nothing wrong with a new module', async () => {
  for (const file of [
    'orders/o8-module.yaml',
    'orders/environments/dev.yaml',
    'orders/environments/production.yaml',
  ]) {
    const { diagnostics } = await server.open(at(file));
    expect({ file, diagnostics }).toEqual({ file, diagnostics: [] });
  }
});

describe('in o8-module.yaml', () => {
  const file = 'orders/o8-module.yaml';
  const edited = async (from: RegExp, to: string) =>
    (await text(file)).replace(from, to);

  it('offers the fields that are still missing', async () => {
    const marked = await edited(/ {2}security:\n(?: {4}.*\n)+/, '  ▮\n');
    const offered = await server.completions(at(file), marked);
    expect(offered).toContain('security');
    expect(offered).not.toContain('team');
  });

  it('offers the words that a field takes', async () => {
    const marked = await edited(
      /podSecurityStandard: .*/,
      'podSecurityStandard: ▮',
    );
    expect((await server.completions(at(file), marked)).sort()).toEqual([
      'baseline',
      'privileged',
      'restricted',
    ]);
  });

  it('explains a field', async () => {
    expect(await server.hover(at(file), 'podSecurityStandard')).toContain(
      'Pod Security Standard',
    );
  });

  it('underlines a misspelled field and a wrong word', async () => {
    const { diagnostics, text: shown } = await server.open(
      at(file),
      (
        await edited(/podSecurityStandard: .*/, 'podSecurityStandard: strict')
      ).replace('  team:', '  taem:'),
    );
    const lines = shown.split('\n');
    const places = diagnostics.map(({ range }) =>
      lines[range.start.line].slice(range.start.character).trim(),
    );
    expect(places).toContain('strict');
    expect(places.some(place => place.startsWith('taem'))).toBe(true);
  });
});

describe('in an overlay', () => {
  const file = 'orders/environments/dev.yaml';

  it('offers what an overlay may change', async () => {
    const [modeline] = (await text(file)).split('\n');
    const offered = await server.completions(at(file), `${modeline}\n▮\n`);
    expect(offered).toEqual(
      expect.arrayContaining(['replicaCount', 'resources', 'security']),
    );
  });

  it('knows what it shares with the specification', async () => {
    const [modeline] = (await text(file)).split('\n');
    const offered = await server.completions(
      at(file),
      `${modeline}\nsecurity:\n  podSecurityStandard: ▮\n`,
    );
    expect(offered).toContain('restricted');
  });

  it('explains a field and underlines a wrong value', async () => {
    expect(await server.hover(at(file), 'replicaCount')).toContain('Pods');
    const { diagnostics } = await server.open(
      at(file),
      (await text(file)).replace(/replicaCount: .*/, 'replicaCount: many'),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('integer'),
    ]);
  });
});

describe('in a ModuleTemplate of the checkout, by its relative path', () => {
  const file = join(CHECKOUT, 'templates/microservice/o8-module.yaml');

  it('finds nothing wrong', async () => {
    expect((await server.open(file)).diagnostics).toEqual([]);
  });

  it('offers the types of a variable, and explains a field', async () => {
    const template = await readFile(file, 'utf8');
    const marked = template.replace(/type: .*/, 'type: ▮');
    expect((await server.completions(file, marked)).sort()).toEqual([
      'boolean',
      'enum',
      'integer',
      'number',
      'string',
    ]);
    expect(await server.hover(file, 'description')).toContain(
      'What modules of this template are for',
    );
  });

  it('underlines a name that no module may have', async () => {
    const template = await readFile(file, 'utf8');
    const { diagnostics } = await server.open(
      file,
      template.replace('name: microservice', 'name: Micro Service'),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('DNS label'),
    ]);
  });
});
