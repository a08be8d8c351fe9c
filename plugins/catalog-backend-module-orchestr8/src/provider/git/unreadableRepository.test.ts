import { createMockDirectory } from '@backstage/backend-test-utils';
import { rm } from 'fs/promises';
import { join } from 'path';
import { GitFixture } from '../../__testUtils__/GitFixture';
import { GitServer } from '../../__testUtils__/GitServer';
import { moduleText } from '../../__testUtils__/moduleText';
import { createSource } from '../createSource';
import { ModuleSource } from '../ModuleSource';
import { SourcePlace } from '../readSources';
import { SourceUnreadableError } from '../SourceUnreadableError';

jest.setTimeout(60_000);

const directory = createMockDirectory();
let server: GitServer;
let url: string;
let repository: GitFixture;

const sourceAt = (place: SourcePlace): ModuleSource =>
  createSource(
    { id: 'repo', place, depth: 4, refreshMs: 60_000 },
    { checkouts: directory.resolve('checkouts') },
  );

const modulesOf = async (source: ModuleSource) =>
  (await source.read('all')).texts.size;

beforeEach(async () => {
  directory.setContent({ served: {} });
  server = new GitServer(directory.resolve('served'));
  url = await server.start();
  repository = new GitFixture(directory.resolve('work'));
  repository.commit({
    'services/shop/o8-module.yaml': moduleText('shop'),
    'services/cart/o8-module.yaml': moduleText('cart'),
  });
  repository.mirrorTo(directory.resolve('served/repo.git'));
});

afterEach(() => server.stop());

describe('a repository that does not answer', () => {
  it('is unreadable while its server is away, and read when that is back', async () => {
    const source = sourceAt({ type: 'http', url: `${url}/repo.git` });
    await source.read('all');
    await server.stop();
    await expect(source.read('all')).rejects.toThrow(SourceUnreadableError);
    await server.start(Number(new URL(url).port));
    expect(await modulesOf(source)).toBe(2);
  });

  it('is unreadable when the server has no such repository', async () => {
    const source = sourceAt({ type: 'http', url: `${url}/other.git` });
    await expect(source.read('all')).rejects.toThrow(/other\.git/);
  });

  it('is unreadable for wrong credentials, which are not said', async () => {
    server.credentials = 'reader:right';
    const place = { type: 'http' as const, url: `${url}/repo.git` };
    const auth = { username: 'reader', password: 'right' };
    expect(await modulesOf(sourceAt({ ...place, auth }))).toBe(2);
    const wrong = { ...auth, password: 'hunter2' };
    const error = await sourceAt({ ...place, auth: wrong })
      .read('all')
      .catch(failure => failure);
    expect(error).toBeInstanceOf(SourceUnreadableError);
    expect(String(error.stack)).not.toContain('hunter2');
    await expect(sourceAt(place).read('all')).rejects.toThrow(
      SourceUnreadableError,
    );
  });

  it.each([
    ['is gone', async () => rm(repository.path, { recursive: true })],
    [
      'has lost its objects',
      async () =>
        rm(join(repository.path, '.git/objects'), { recursive: true }),
    ],
    [
      'has lost what its branch is at',
      async () => rm(join(repository.path, '.git/refs'), { recursive: true }),
    ],
  ])('is unreadable when it %s', async (_what, damage) => {
    const source = sourceAt({ type: 'local', path: repository.path });
    await source.read('all');
    repository.commit({ 'services/late/o8-module.yaml': moduleText('late') });
    await damage();
    await expect(source.read('all')).rejects.toThrow(SourceUnreadableError);
  });
});
