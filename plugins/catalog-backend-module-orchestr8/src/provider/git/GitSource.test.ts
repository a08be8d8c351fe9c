import { createMockDirectory } from '@backstage/backend-test-utils';
import { readModuleAt } from '@orchestr8/backstage-plugin-orchestr8-node';
import { symlink } from 'fs/promises';
import { join, relative } from 'path';
import { GitFixture } from '../../__testUtils__/GitFixture';
import { GitServer } from '../../__testUtils__/GitServer';
import { moduleText } from '../../__testUtils__/moduleText';
import { createSource } from '../createSource';
import { ModuleSource } from '../ModuleSource';
import { SourcePlace } from '../readSources';
import { SourceUnreadableError } from '../SourceUnreadableError';
import { GitCheckout } from './GitCheckout';
import { RemoteRepository } from './GitRepository';
import { GitSource } from './GitSource';
import { SshRemote } from './SshRemote';

jest.setTimeout(60_000);

const directory = createMockDirectory();
let server: GitServer;
let url: string;
let repository: GitFixture;

const checkouts = () => directory.resolve('checkouts');
const bare = () => directory.resolve('served/repo.git');

const sourceAt = (place: SourcePlace, depth = 4): ModuleSource =>
  createSource(
    { id: 'repo', place, depth, refreshMs: 60_000 },
    { checkouts: checkouts() },
  );

/** The way of `ssh:` without its host: by git itself, from a path. */
const gitItself = (ref?: string): ModuleSource =>
  new GitSource({
    id: 'repo',
    description: 'the git repository',
    repository: new RemoteRepository({
      remote: new SshRemote({ url: bare() }),
      copy: join(checkouts(), 'repo/repository.git'),
      ...(ref ? { ref } : {}),
    }),
    checkout: new GitCheckout({
      folder: join(checkouts(), 'repo'),
      repositoryName: 'repo',
    }),
    depth: 4,
  });

const WAYS: [string, (ref?: string) => ModuleSource][] = [
  [
    'with a work tree on this machine',
    ref =>
      sourceAt({ type: 'local', path: repository.path, ...(ref && { ref }) }),
  ],
  [
    'that is bare on this machine',
    ref => sourceAt({ type: 'local', path: bare(), ...(ref && { ref }) }),
  ],
  [
    'behind http',
    ref =>
      sourceAt({ type: 'http', url: `${url}/repo.git`, ...(ref && { ref }) }),
  ],
  ["behind git's own transport", gitItself],
];

/** Names of the modules, by the folder that each stands in. */
async function found(source: ModuleSource): Promise<string[]> {
  const { texts } = await source.read('all');
  return [...texts.keys()].map(path =>
    relative(join(checkouts(), 'repo'), path).replace('/o8-module.yaml', ''),
  );
}

async function textOf(source: ModuleSource, name: string) {
  const { texts } = await source.read('all');
  const path = [...texts.keys()].find(key => key.includes(`/${name}/`));
  return { path: path!, text: texts.get(path!)!.text };
}

/** Writes and makes it known everywhere. */
function commit(files: Record<string, string | null>): string {
  const hash = repository.commit(files);
  repository.mirrorTo(bare());
  return hash;
}

beforeEach(async () => {
  directory.setContent({ served: {} });
  server = new GitServer(directory.resolve('served'));
  url = await server.start();
  repository = new GitFixture(directory.resolve('work'));
  commit({
    'services/shop/o8-module.yaml': moduleText('shop'),
    'services/shop/charts/Chart.yaml': 'name: shop',
    'services/cart/o8-module.yaml': moduleText('cart'),
    'README.md': 'A mono-repo',
  });
});

afterEach(() => server.stop());

describe.each(WAYS)('a repository %s', (_way, open) => {
  it('brings its modules, each in a folder of its name', async () => {
    expect(await found(open())).toEqual([
      'modules/services/cart/cart',
      'modules/services/shop/shop',
    ]);
  });

  it('brings what is committed, and says the same while nothing is', async () => {
    const source = open();
    const before = await source.read('all');
    expect(await source.read('all')).toBe(before);
    commit({
      'services/shop/o8-module.yaml': moduleText('shop', { team: 'other' }),
      'services/cart/o8-module.yaml': null,
    });
    expect(await found(source)).toEqual(['modules/services/shop/shop']);
    expect((await textOf(source, 'shop')).text).toContain('team: other');
  });

  it('follows a branch that was forced to another history', async () => {
    const source = open('main');
    await source.read('all');
    repository.git('checkout', '-q', '--orphan', 'anew');
    repository.git('rm', '-q', '-r', '-f', '.');
    repository.commit({ 'new/o8-module.yaml': moduleText('new') });
    repository.git('branch', '-q', '-M', 'anew', 'main');
    repository.mirrorTo(bare());
    expect(await found(source)).toEqual(['modules/new/new']);
  });

  it('stays at a tag', async () => {
    repository.git('tag', '-a', 'v1', '-m', 'First');
    commit({ 'services/late/o8-module.yaml': moduleText('late') });
    expect(await found(open('v1'))).toEqual([
      'modules/services/cart/cart',
      'modules/services/shop/shop',
    ]);
  });

  it('cannot be read when the branch is gone, until it is there again', async () => {
    repository.git('branch', 'release');
    repository.mirrorTo(bare());
    const source = open('release');
    await source.read('all');
    repository.git('branch', '-D', 'release');
    repository.mirrorTo(bare());
    await expect(source.read('all')).rejects.toThrow(SourceUnreadableError);
    repository.git('branch', 'release');
    repository.mirrorTo(bare());
    expect(await found(source)).toHaveLength(2);
  });

  it('can be deployed from: the files at its location are those of the commit', async () => {
    const source = open();
    const { path } = await textOf(source, 'shop');
    const files = await readModuleAt(`file:${path}`, {});
    expect([...files.keys()].sort()).toEqual([
      'charts/Chart.yaml',
      'o8-module.yaml',
    ]);
    commit({ 'services/shop/charts/Chart.yaml': 'name: changed' });
    await source.read('all');
    const later = await readModuleAt(`file:${path}`, {});
    expect(Buffer.from(later.get('charts/Chart.yaml')!).toString()).toBe(
      'name: changed',
    );
  });
});

describe('what stands in a repository', () => {
  it('is looked for as deep as is said', async () => {
    commit({ 'a/b/c/deep/o8-module.yaml': moduleText('deep') });
    const place = { type: 'local' as const, path: repository.path };
    expect(await found(sourceAt(place, 2))).toHaveLength(2);
    expect(await found(sourceAt(place, 4))).toContain(
      'modules/a/b/c/deep/deep',
    );
  });

  it('may be one module, which is the repository itself', async () => {
    const one = new GitFixture(directory.resolve('one'));
    one.commit({ 'o8-module.yaml': moduleText('one') });
    const source = sourceAt({ type: 'local', path: one.path });
    const { texts } = await source.read('all');
    const [path] = texts.keys();
    const files = await readModuleAt(`file:${path}`, {});
    expect([...files.keys()]).toEqual(['o8-module.yaml']);
  });

  it('is not looked for inside a module, nor in hidden folders', async () => {
    commit({
      'services/shop/inner/o8-module.yaml': moduleText('inner'),
      '.hidden/x/o8-module.yaml': moduleText('hidden'),
      'node_modules/x/o8-module.yaml': moduleText('package'),
    });
    const source = sourceAt({ type: 'local', path: repository.path });
    expect(await found(source)).toEqual([
      'modules/services/cart/cart',
      'modules/services/shop/shop',
    ]);
  });

  it('is a module with a problem where a file of it is a link', async () => {
    repository.git('config', 'core.symlinks', 'true');
    directory.addContent({ outside: 'secret' });
    await symlink(
      directory.resolve('outside'),
      join(repository.path, 'services/shop/link'),
    );
    commit({});
    const source = sourceAt({ type: 'local', path: repository.path });
    const { texts } = await source.read('all');
    const [, shop] = [...texts].find(([key]) => key.includes('/shop/'))!;
    expect(shop.problems).toMatchObject([{ code: 'O8203', file: 'link' }]);
  });

  it('calls back when a branch moves', async () => {
    const source = sourceAt({ type: 'local', path: repository.path });
    let moved: () => void = () => {};
    const ready = new Promise<void>(resolve => {
      moved = resolve;
    });
    const end = await source.watch(
      () => moved(),
      () => {},
    );
    await ready;
    const again = new Promise<void>(resolve => {
      moved = resolve;
    });
    commit({ 'services/late/o8-module.yaml': moduleText('late') });
    await expect(again).resolves.toBeUndefined();
    await end();
  });
});
