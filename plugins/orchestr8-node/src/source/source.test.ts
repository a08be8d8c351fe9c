import { execFileSync } from 'node:child_process';
import { symlink as linkTo } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ModuleFilesBuilder, MODULE_LIMITS } from './ModuleFilesBuilder';
import { readModuleAt } from './readModuleAt';
import { readModuleFolder } from './readModuleFolder';
import { releaseDigest } from './releaseDigest';

const bytes = (text: string) => new TextEncoder().encode(text);
const filesOf = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([path, text]) => [path, bytes(text)]));

describe('readModuleFolder', () => {
  const folder = createMockDirectory();

  it('reads all files by path, ordered, without version control', async () => {
    folder.setContent({
      'o8-module.yaml': 'a',
      charts: { 'Chart.yaml': 'b', templates: { 'x.yaml': 'c' } },
      '.git': { config: 'secret' },
      '.helmignore': '',
    });
    const files = await readModuleFolder(folder.path);
    expect([...files.keys()]).toEqual([
      '.helmignore',
      'charts/Chart.yaml',
      'charts/templates/x.yaml',
      'o8-module.yaml',
    ]);
    expect(new TextDecoder().decode(files.get('o8-module.yaml'))).toBe('a');
  });

  it('refuses a link and names it', async () => {
    folder.setContent({
      'o8-module.yaml': 'a',
      passwd: ({ symlink }) => symlink('/etc/passwd'),
    });
    await expect(readModuleFolder(folder.path)).rejects.toMatchObject({
      name: 'ModuleSourceError',
      path: 'passwd',
    });
  });

  it('names every file that it refuses, and reads the others', async () => {
    folder.setContent({
      'o8-module.yaml': 'a',
      passwd: ({ symlink }) => symlink('/etc/passwd'),
      'values.yaml': 'x'.repeat(MODULE_LIMITS.yamlBytes + 1),
    });
    const refused: (string | undefined)[][] = [];
    const files = await readModuleFolder(folder.path, {
      refused: ({ path, code }) => refused.push([path, code]),
    });
    expect([...files.keys()]).toEqual(['o8-module.yaml']);
    expect(refused.sort()).toEqual([
      ['passwd', 'O8203'],
      ['values.yaml', 'O8002'],
    ]);
  });

  it('refuses a pipe instead of waiting at it', async () => {
    folder.setContent({ 'o8-module.yaml': 'a' });
    execFileSync('mkfifo', [join(folder.path, 'pipe')]);
    await expect(readModuleFolder(folder.path)).rejects.toMatchObject({
      path: 'pipe',
    });
  });

  it('says that a folder is not there', async () => {
    await expect(readModuleFolder('/nowhere/at/all')).rejects.toThrow(
      /"\/nowhere\/at\/all" cannot be read: ENOENT/,
    );
  });

  it('refuses a YAML file beyond its limit', async () => {
    folder.setContent({
      'o8-module.yaml': 'x'.repeat(MODULE_LIMITS.yamlBytes + 1),
    });
    await expect(readModuleFolder(folder.path)).rejects.toThrow(/262145 bytes/);
  });
});

describe('ModuleFilesBuilder', () => {
  it.each(['/etc/passwd', '../x', 'a/../x', 'a//b', './a', 'a\\b', '', 'a\0'])(
    'refuses the path %j',
    path => {
      expect(() => new ModuleFilesBuilder().add(path, bytes(''))).toThrow(
        /does not stay inside/,
      );
    },
  );

  it('refuses too many files', () => {
    const builder = new ModuleFilesBuilder();
    for (let n = 0; n < MODULE_LIMITS.files; n++)
      builder.add(`f${n}`, bytes(''));
    expect(() => builder.add('one-more', bytes(''))).toThrow(/more than 2000/);
  });
});

describe('readModuleAt', () => {
  const place = createMockDirectory();
  const readerOf = (urls: string[]) => ({
    readTree: async (url: string) => {
      urls.push(url);
      return {
        files: async () => [
          { path: 'o8-module.yaml', content: async () => Buffer.from('a') },
        ],
      } as never;
    },
  });

  it.each([
    [
      'https://github.com/o/r/blob/main/o8-module.yaml',
      'https://github.com/o/r/blob/main',
    ],
    [
      'https://gitlab.com/o/r/-/blob/main/a/b/o8-module.yaml?x=1',
      'https://gitlab.com/o/r/-/blob/main/a/b?x=1',
    ],
    [
      'https://dev.azure.com/o/p/_git/r?path=%2Fa%2Fo8-module.yaml',
      'https://dev.azure.com/o/p/_git/r?path=%2Fa',
    ],
  ])('reads the folder of %s', async (url, folder) => {
    const urls: string[] = [];
    const files = await readModuleAt(`url:${url}`, {
      urlReader: readerOf(urls),
    });
    expect(urls).toEqual([folder]);
    expect([...files.keys()]).toEqual(['o8-module.yaml']);
  });

  it('follows a link above the folder of a module, and none that is the folder', async () => {
    place.setContent({ 'states/1/shop/o8-module.yaml': 'a' });
    const link = (to: string, from: string) =>
      linkTo(place.resolve(to), place.resolve(from));
    await link('states/1', 'now');
    await link('states/1/shop', 'shop');
    const at = (path: string) =>
      readModuleAt(`file:${place.resolve(path)}`, {});
    const files = await at('now/shop/o8-module.yaml');
    expect([...files.keys()]).toEqual(['o8-module.yaml']);
    await expect(at('shop/o8-module.yaml')).rejects.toThrow(/not a folder/);
  });

  it('refuses a location of another kind', async () => {
    await expect(readModuleAt('bootstrap:x', {})).rejects.toThrow(
      /"file:" or "url:"/,
    );
  });
});

describe('releaseDigest', () => {
  const digest = releaseDigest(filesOf({ a: '1', b: '2' }));

  it('is stable, whatever the order of the files', () => {
    expect(releaseDigest(filesOf({ b: '2', a: '1' }))).toBe(digest);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each<[string, Record<string, string>]>([
    ['content', { a: '1', b: '3' }],
    ['a name', { a: '1', c: '2' }],
    ['a file less', { a: '1' }],
    ['the border between name and content', { a: '1', b2: '' }],
    ['the border between files', { a: '1b', b: '2' }],
  ])('is another one for other %s', (_, texts) => {
    expect(releaseDigest(filesOf(texts))).not.toBe(digest);
  });
});
