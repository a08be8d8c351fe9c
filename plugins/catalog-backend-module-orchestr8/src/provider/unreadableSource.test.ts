import { at } from '../__testUtils__/FakeSource';
import { brokenText, moduleText } from '../__testUtils__/moduleText';
import { startProvider, startWithTwo } from '../__testUtils__/startProvider';
import { SourceUnreadableError } from './SourceUnreadableError';

describe('what cannot be read', () => {
  it('deletes nothing when it is the source', async () => {
    const { source, look } = await startWithTwo();
    source.failure = new SourceUnreadableError('the fake source is away');
    await expect(look()).rejects.toThrow('the fake source is away');
    source.failure = undefined;
    expect((await look()).told).toEqual([]);
  });

  it('deletes nothing when it is the source from the start', async () => {
    const { source, look } = await startProvider();
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
    const { source, look } = await startWithTwo();
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
    const { source, look } = await startProvider();
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
    const { source, look } = await startWithTwo();
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
    const { source, look } = await startWithTwo();
    source.next = uncertain;
    source.files.a = brokenText('a');
    await look();
    source.files.a = `${brokenText('a')}\n# more`;
    expect((await look()).told).toEqual([]);
    expect((await look()).told).toEqual([{ added: ['a'], removed: [] }]);
  });

  it('is believed to be gone at the second look only', async () => {
    const { source, look } = await startWithTwo();
    source.next = uncertain;
    source.files = { b: moduleText('b') };
    expect((await look()).told).toEqual([]);
    expect((await look()).told).toEqual([
      { added: [], removed: ['module:default/a'] },
    ]);
  });

  it('is sound at the first look', async () => {
    const { source, look } = await startWithTwo();
    source.next = uncertain;
    source.files.a = moduleText('a', { team: 'other' });
    expect((await look()).told).toEqual([{ added: ['a'], removed: [] }]);
  });
});
