import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { at, FakeSource } from '../__testUtils__/FakeSource';
import { moduleText } from '../__testUtils__/moduleText';
import {
  startProvider,
  startWithTwo,
  told,
} from '../__testUtils__/startProvider';
import { takeReading } from '../entities/carriedProblems';
import { ModuleSourceProvider } from './ModuleSourceProvider';

describe('the provider of a source', () => {
  it('hands over all at first, so that what went while the portal was down goes', async () => {
    const { source, look } = await startProvider();
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
    const { look } = await startWithTwo();
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
    const { source, look } = await startWithTwo();
    source.files = files;
    expect((await look()).told).toEqual([expected]);
  });

  it('keeps a broken module under the name that it had', async () => {
    const { source, look } = await startWithTwo();
    source.files.a = '{ this is no YAML';
    const { mutations } = await look();
    expect(mutations.map(told)).toEqual([{ added: ['a'], removed: [] }]);
  });

  it('keeps a broken module whose directory has another name than it', async () => {
    const { source, look } = await startProvider();
    source.files = { directory: moduleText('shop') };
    await look();
    source.files.directory = '{ this is no YAML';
    expect((await look()).told).toEqual([{ added: ['shop'], removed: [] }]);
  });

  it('takes the first by path of two modules with one name, and says which', async () => {
    const { source, look, logger } = await startProvider();
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

  it('says on the page of a module that others of its name are left out, once', async () => {
    const { source, look } = await startProvider();
    source.files = { a: moduleText('one') };
    await look();
    source.files = { a: moduleText('one'), z: moduleText('one') };
    const { mutations } = await look();
    expect(mutations).toMatchObject([{ added: [{}], removed: [] }]);
    const [{ added }] = mutations as { added: { entity: Entity }[] }[];
    expect(takeReading(added[0].entity).reading).toMatchObject({
      file: at('a'),
      problems: [
        {
          code: 'O8164',
          severity: 'warning',
          message:
            'Of this name there is more than one in this source; `z` is left out of the catalog.',
        },
      ],
    });
    expect((await look()).told).toEqual([]);

    delete source.files.z;
    const last = (await look()).mutations as { added: { entity: Entity }[] }[];
    expect(takeReading(last[0].added[0].entity).reading.problems).toEqual([]);
  });

  it('gives its modules a key by which no other source takes them over', async () => {
    const { source, look } = await startProvider({
      locationKey: 'orchestr8:fake',
    });
    source.files = { a: moduleText('a') };
    expect((await look()).mutations[0]).toMatchObject({
      entities: [{ locationKey: 'orchestr8:fake' }],
    });
  });

  it('hands over all again after an hour, which undoes what others did to it', async () => {
    const { look, pass } = await startWithTwo();
    pass(60 * 60_000 + 1);
    expect((await look()).told).toEqual([{ full: ['a', 'b'] }]);
    expect((await look()).told).toEqual([]);
  });

  it('tells of what the catalog refused to hear once more', async () => {
    const { source, look, connection } = await startWithTwo();
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
