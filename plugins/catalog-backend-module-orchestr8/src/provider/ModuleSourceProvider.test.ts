import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { brokenText, moduleText } from '../__testUtils__/moduleText';
import { ModuleSource, SourceScan } from './ModuleSource';
import { ModuleSourceProvider } from './ModuleSourceProvider';
import { SourceUnreadableError } from './SourceUnreadableError';

const at = (name: string) => `/modules/${name}/o8-module.yaml`;

/** A source whose files, and what is wrong with them, are set by the test. */
class FakeSource implements ModuleSource {
  readonly id = 'fake';
  readonly description = 'the fake source';
  files: Record<string, string> = {};
  next: Partial<SourceScan> = {};
  failure?: Error;

  async read(): Promise<SourceScan> {
    if (this.failure) throw this.failure;
    return {
      scope: 'all',
      texts: new Map(
        Object.entries(this.files).map(([name, text]) => [at(name), { text }]),
      ),
      unreadable: new Map(),
      refused: new Map(),
      complete: true,
      certain: true,
      ...this.next,
    };
  }

  async watch() {
    return async () => {};
  }
}

/** What the catalog was told, as it understands it: names, in order. */
function told(mutation: EntityProviderMutation) {
  const names = (list: readonly { entity: Entity }[]) =>
    list.map(({ entity }) => entity.metadata.name);
  if (mutation.type === 'full') return { full: names(mutation.entities) };
  return {
    added: names(mutation.added),
    removed: mutation.removed.map(item =>
      'entityRef' in item ? item.entityRef : item.entity.metadata.name,
    ),
  };
}

async function setUp(options: { locationKey?: string } = {}) {
  const source = new FakeSource();
  const mutations: EntityProviderMutation[] = [];
  const logger = mockServices.logger.mock();
  let now = 0;
  const provider = new ModuleSourceProvider({
    source,
    logger,
    now: () => now,
    ...options,
  });
  const connection: EntityProviderConnection = {
    applyMutation: async mutation => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  };
  await provider.connect(connection);
  return {
    ...{ source, provider, logger, connection },
    /** One look at the source: what the catalog is told of it. */
    look: async () => {
      mutations.length = 0;
      const result = await provider.sync('all');
      return { result, told: mutations.map(told), mutations: [...mutations] };
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** With two modules of which the catalog knows. */
async function known() {
  const set = await setUp();
  set.source.files = { a: moduleText('a'), b: moduleText('b') };
  await set.look();
  return set;
}

describe('the provider of a source', () => {
  it('hands over all at first, so that what went while the portal was down goes', async () => {
    const { source, look } = await setUp();
    source.files = { a: moduleText('a'), b: moduleText('b') };
    expect((await look()).told).toEqual([{ full: ['a', 'b'] }]);
  });

  it('does not look at all before the catalog runs', async () => {
    const provider = new ModuleSourceProvider({
      source: new FakeSource(),
      logger: mockServices.logger.mock(),
    });
    expect(await provider.sync('all')).toBeUndefined();
  });

  it('tells nothing while nothing changes', async () => {
    const { look } = await known();
    expect((await look()).told).toEqual([]);
    expect((await look()).told).toEqual([]);
  });

  it.each([
    [
      'a module that changed',
      { a: moduleText('a', { team: 'other' }), b: moduleText('b') },
      { added: ['a'], removed: [] },
    ],
    [
      'a new module',
      { a: moduleText('a'), b: moduleText('b'), c: moduleText('c') },
      { added: ['c'], removed: [] },
    ],
    [
      'a module that went',
      { a: moduleText('a') },
      { added: [], removed: ['module:default/b'] },
    ],
    [
      'a module that has another name now',
      { a: moduleText('renamed'), b: moduleText('b') },
      { added: ['renamed'], removed: ['module:default/a'] },
    ],
    [
      'all of them going',
      {},
      { added: [], removed: ['module:default/a', 'module:default/b'] },
    ],
  ])('tells of %s and of no other', async (_what, files, expected) => {
    const { source, look } = await known();
    source.files = files;
    expect((await look()).told).toEqual([expected]);
  });

  it('keeps a broken module under the name that it had', async () => {
    const { source, look } = await known();
    source.files.a = '{ this is no YAML';
    const { mutations } = await look();
    expect(mutations.map(told)).toEqual([{ added: ['a'], removed: [] }]);
  });

  it('keeps a broken module whose directory has another name than it', async () => {
    const { source, look } = await setUp();
    source.files = { directory: moduleText('shop') };
    await look();
    source.files.directory = '{ this is no YAML';
    expect((await look()).told).toEqual([{ added: ['shop'], removed: [] }]);
  });

  it('takes the first by path of two modules with one name, and says which', async () => {
    const { source, look, logger } = await setUp();
    source.files = { z: moduleText('one'), a: moduleText('one') };
    const { mutations } = await look();
    const [mutation] = mutations;
    expect(mutation).toMatchObject({
      entities: [
        {
          entity: {
            metadata: {
              annotations: {
                'backstage.io/managed-by-location': `file:${at('a')}`,
              },
            },
          },
        },
      ],
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`"${at('z')}" is left out: "${at('a')}"`),
    );
    delete source.files.a;
    expect((await look()).told).toEqual([{ added: ['one'], removed: [] }]);
  });

  it('gives its modules a key by which no other source takes them over', async () => {
    const { source, look } = await setUp({ locationKey: 'orchestr8:fake' });
    source.files = { a: moduleText('a') };
    expect((await look()).mutations[0]).toMatchObject({
      entities: [{ locationKey: 'orchestr8:fake' }],
    });
  });

  it('hands over all again after an hour, which undoes what others did to it', async () => {
    const { look, pass } = await known();
    pass(60 * 60_000 + 1);
    expect((await look()).told).toEqual([{ full: ['a', 'b'] }]);
    expect((await look()).told).toEqual([]);
  });

  it('tells of what the catalog refused to hear once more', async () => {
    const { source, look, connection } = await known();
    const { applyMutation } = connection;
    connection.applyMutation = async () => {
      throw new Error('the database is away');
    };
    source.files.a = moduleText('a', { team: 'other' });
    await expect(look()).rejects.toThrow('the database is away');
    connection.applyMutation = applyMutation;
    expect((await look()).told).toEqual([{ added: ['a'], removed: [] }]);
  });
});

describe('what cannot be read', () => {
  it('deletes nothing when it is the source', async () => {
    const { source, look } = await known();
    source.failure = new SourceUnreadableError('the fake source is away');
    await expect(look()).rejects.toThrow('the fake source is away');
    source.failure = undefined;
    expect((await look()).told).toEqual([]);
  });

  it('deletes nothing when it is the source from the start', async () => {
    const { source, look } = await setUp();
    source.failure = new SourceUnreadableError('the fake source is away');
    await expect(look()).rejects.toThrow('the fake source is away');
    source.failure = undefined;
    source.files = { a: moduleText('a') };
    expect((await look()).told).toEqual([{ full: ['a'] }]);
  });

  it.each([
    ['one file', at('a')],
    ['a folder above it', '/modules/a'],
    ['the folder of all', '/modules'],
  ])('keeps a module when it is %s', async (_what, path) => {
    const { source, look } = await known();
    source.files = { b: moduleText('b') };
    source.next = { unreadable: new Map([[path, 'EACCES']]) };
    const { told: all, result } = await look();
    expect(all).toEqual([]);
    expect(result?.unreadable.size).toBe(1);
    source.next = {};
    expect((await look()).told).toEqual([
      { added: [], removed: ['module:default/a'] },
    ]);
  });

  it('hands over no whole that has holes', async () => {
    const { source, look } = await setUp();
    source.files = { b: moduleText('b') };
    source.next = { unreadable: new Map([[at('a'), 'EACCES']]) };
    expect((await look()).told).toEqual([{ added: ['b'], removed: [] }]);
    source.next = { complete: false };
    source.files = {};
    expect((await look()).told).toEqual([]);
  });
});

describe('what may be half written', () => {
  const uncertain = { certain: false };

  it('is believed to be broken at the second look only', async () => {
    const { source, look } = await known();
    source.next = uncertain;
    source.files.a = brokenText('a');
    const first = await look();
    expect(first.told).toEqual([]);
    expect([...first.result!.doubtful]).toEqual([at('a')]);
    const second = await look();
    expect(second.told).toEqual([{ added: ['a'], removed: [] }]);
    expect(second.result!.doubtful.size).toBe(0);
  });

  it('is in doubt again when it is broken in another way', async () => {
    const { source, look } = await known();
    source.next = uncertain;
    source.files.a = brokenText('a');
    await look();
    source.files.a = `${brokenText('a')}\n# more`;
    expect((await look()).told).toEqual([]);
    expect((await look()).told).toEqual([{ added: ['a'], removed: [] }]);
  });

  it('is believed to be gone at the second look only', async () => {
    const { source, look } = await known();
    source.next = uncertain;
    source.files = { b: moduleText('b') };
    expect((await look()).told).toEqual([]);
    expect((await look()).told).toEqual([
      { added: [], removed: ['module:default/a'] },
    ]);
  });

  it('is sound at the first look', async () => {
    const { source, look } = await known();
    source.next = uncertain;
    source.files.a = moduleText('a', { team: 'other' });
    expect((await look()).told).toEqual([{ added: ['a'], removed: [] }]);
  });
});
