import { ModuleSummary } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FeedLog } from './FeedLog';

const summary = (name: string, version = '1.0.0'): ModuleSummary => ({
  name,
  version,
  team: 'platform-team',
  entityRef: `module:default/${name}`,
  environments: [],
});
const names = (log: FeedLog, position: number) =>
  log.after(position).entries.map(({ name }) => name);

describe('FeedLog', () => {
  it('tells what changed after a cursor, each module once, what is gone too', () => {
    const log = new FeedLog();
    log.note('shop', summary('shop'));
    log.note('redis', summary('redis'));
    const [, second] = log.after(0).entries;
    log.note('shop', summary('shop', '1.0.1'));
    log.note('shop', summary('shop', '1.0.2'));
    const { entries } = log.after(log.positionOf(second.cursor));
    expect(entries).toMatchObject([
      { name: 'shop', summary: { version: '1.0.2' } },
    ]);
  });

  it('begins anew for who was away while a module went', () => {
    const log = new FeedLog();
    log.note('shop', summary('shop'));
    const [{ cursor }] = log.after(0).entries;
    const { position } = log.after(0);
    log.note('shop', undefined);
    expect(log.after(position).entries).toMatchObject([{ name: 'shop' }]);
    expect(log.after(position).entries[0].summary).toBeUndefined();
    expect(log.positionOf(cursor)).toBe(0);
    expect(log.names).toEqual([]);
  });

  it('notes nothing that is known already', () => {
    const log = new FeedLog();
    expect(log.note('shop', summary('shop'))).toBe(true);
    expect(log.note('shop', summary('shop'))).toBe(false);
    expect(log.note('redis', undefined)).toBe(false);
    expect(names(log, 0)).toEqual(['shop']);
  });

  it.each(['', 'nonsense', 'other.1', 'x.99999999999999999999'])(
    'begins anew at the cursor "%s", which is not its own',
    cursor => {
      expect(new FeedLog().positionOf(cursor)).toBe(0);
    },
  );
});
