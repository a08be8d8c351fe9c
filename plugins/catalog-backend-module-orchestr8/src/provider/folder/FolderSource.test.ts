import { createMockDirectory } from '@backstage/backend-test-utils';
import { execFile } from 'child_process';
import { once } from 'events';
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'fs/promises';
import { createServer, Server } from 'net';
import { join, relative } from 'path';
import { promisify } from 'util';
import { moduleText } from '../../__testUtils__/moduleText';
import { Changed } from '../ModuleSource';
import { SourceUnreadableError } from '../SourceUnreadableError';
import { FolderSource } from './FolderSource';

const directory = createMockDirectory();
const folder = () => directory.resolve('modules');
const at = (path: string) => join(folder(), path);
const NOBODY = 65534;
const file = (name: string) => at(`${name}/o8-module.yaml`);

const sourceOf = (depth = 4) =>
  new FolderSource({ id: 'folder', folder: folder(), depth });

const inside = (paths: Iterable<string>) =>
  [...paths].map(path => relative(folder(), path));

async function found(source: FolderSource, changed: Changed = 'all') {
  return inside((await source.read(changed)).texts.keys());
}

/** As somebody who may not read everything: root may, so it becomes nobody for a while. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid!() !== 0) return work();
  process.seteuid!(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}

/** A socket stays where it was made as long as somebody listens. */
async function listenAt(path: string) {
  const server = createServer().listen(path);
  servers.push(server);
  await once(server, 'listening');
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

beforeEach(() => {
  directory.setContent({
    'modules/shop/o8-module.yaml': moduleText('shop'),
    'modules/group/cart/o8-module.yaml': moduleText('cart'),
  });
});

describe('what stands in a folder', () => {
  it('is found, by path', async () => {
    expect(await found(sourceOf())).toEqual([
      'group/cart/o8-module.yaml',
      'shop/o8-module.yaml',
    ]);
  });

  it('is looked for as deep as is said', async () => {
    expect(await found(sourceOf(1))).toEqual(['shop/o8-module.yaml']);
  });

  it('is not looked for inside a module, in hidden folders, or in packages', async () => {
    for (const name of ['shop/inner', '.draft', 'node_modules/x']) {
      directory.addContent({
        [`modules/${name}/o8-module.yaml`]: moduleText('other'),
      });
    }
    expect(await found(sourceOf())).toHaveLength(2);
  });

  it('is read again only where it changed', async () => {
    const source = sourceOf();
    await source.read('all');
    await writeFile(file('shop'), moduleText('shop', { team: 'other' }));
    const { texts } = await source.read(new Set([file('shop')]));
    expect(inside(texts.keys())).toEqual(['shop/o8-module.yaml']);
    expect(texts.get(file('shop'))!.text).toContain('team: other');
  });

  it('is no module where it is a link, and the reason is said', async () => {
    directory.addContent({ 'else/o8-module.yaml': moduleText('else') });
    await symlink(directory.resolve('else'), at('linked'));
    await mkdir(at('filelink'));
    await symlink(directory.resolve('else/o8-module.yaml'), file('filelink'));
    const { texts, refused } = await sourceOf().read('all');
    expect(inside(texts.keys())).toHaveLength(2);
    expect(inside(refused.keys()).sort()).toEqual([
      'filelink/o8-module.yaml',
      'linked/o8-module.yaml',
    ]);
    expect([...refused.values()].join()).toContain('is a link');
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ['a folder', path => mkdir(path)],
    // Nobody writes to it: whoever opens it as a file waits for ever.
    ['a pipe', path => promisify(execFile)('mkfifo', [path])],
    ['a socket', listenAt],
  ])('is no module where %s has the name of the file', async (_what, make) => {
    await mkdir(at('odd'));
    await make(file('odd'));
    const { refused, texts } = await sourceOf().read('all');
    expect([...refused.values()].join()).toContain('no regular file');
    expect(texts.size).toBe(2);
  });
});

describe('a folder that cannot be read', () => {
  it.each([
    ['is absent', async () => rm(folder(), { recursive: true })],
    [
      'is a file',
      async () => {
        await rm(folder(), { recursive: true });
        await writeFile(folder(), '');
      },
    ],
    [
      'is empty because it is not mounted',
      async () => {
        await rename(folder(), directory.resolve('mounted'));
        await mkdir(folder());
      },
    ],
  ])('is unreadable when it %s', async (_what, damage) => {
    const source = sourceOf();
    await source.read('all');
    await damage();
    const failure = await source.read('all').catch(error => error);
    expect(failure).toBeInstanceOf(SourceUnreadableError);
    expect(failure.message).toContain(folder());
  });

  it('is unreadable when it may not be read', async () => {
    directory.setContent({ modules: {} });
    await chmod(folder(), 0o000);
    await expect(asNobody(() => sourceOf().read('all'))).rejects.toThrow(
      /EACCES/,
    );
    await chmod(folder(), 0o755);
  });

  it('proves nothing when it is empty and was never seen filled', async () => {
    directory.setContent({ modules: {} });
    expect(await sourceOf().read('all')).toMatchObject({ complete: false });
  });

  it('is believed to be empty when it is the one that was filled', async () => {
    const source = sourceOf();
    await source.read('all');
    await rm(at('shop'), { recursive: true });
    await rm(at('group'), { recursive: true });
    const scan = await source.read('all');
    expect(scan.complete).toBe(true);
    expect(scan.texts.size).toBe(0);
  });
});

describe('a part of a folder that cannot be read', () => {
  const lock = async (path: string, mode = 0o000) => {
    // Above it everything is open, whoever reads.
    await chmod(directory.resolve('.'), 0o755);
    await chmod(path, mode);
  };

  it.each([
    ['a file', 'shop/o8-module.yaml', 'shop/o8-module.yaml'],
    ['a folder of modules', 'group', 'group'],
  ])('is said, when it is %s', async (_what, path, said) => {
    await lock(at(path));
    const scan = await asNobody(() => sourceOf().read('all'));
    await lock(at(path), 0o755);
    expect(inside(scan.unreadable.keys())).toEqual([said]);
    expect([...scan.unreadable.values()].join()).toContain('EACCES');
    expect(scan.texts.size).toBe(1);
  });

  it('is said, when that file alone is looked at', async () => {
    const source = sourceOf();
    await source.read('all');
    await lock(at('shop'));
    const changed = new Set([file('shop')]);
    const scan = await asNobody(() => source.read(changed));
    await lock(at('shop'), 0o755);
    expect(inside(scan.unreadable.keys())).toEqual(['shop/o8-module.yaml']);
  });

  it('is nothing when it has gone since it was listed', async () => {
    const source = sourceOf();
    await source.read('all');
    await rm(at('shop'), { recursive: true });
    const scan = await source.read(new Set([file('shop')]));
    expect(scan.unreadable.size).toBe(0);
    expect(scan.certain).toBe(false);
  });
});

describe('the watch of a folder', () => {
  it('names the file that changed, wherever it is', async () => {
    let hear: (changed: Changed) => void = () => {};
    const next = () =>
      new Promise<Changed>(resolve => {
        hear = resolve;
      });
    const ready = next();
    const blind: string[] = [];
    const end = await sourceOf().watch(
      changed => hear(changed),
      reason => blind.push(reason),
    );
    expect(await ready).toBe('all');

    const edited = next();
    await writeFile(file('group/cart'), moduleText('cart', { team: 'other' }));
    expect(await edited).toEqual(new Set([file('group/cart')]));

    const gone = next();
    await rm(at('shop'), { recursive: true });
    expect(await gone).toEqual(new Set([file('shop')]));
    expect(blind).toEqual([]);
    await end();
  });
});
