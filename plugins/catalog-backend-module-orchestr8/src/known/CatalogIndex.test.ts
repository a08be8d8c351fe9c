import { Entity } from '@backstage/catalog-model';
import { CatalogIndex } from './CatalogIndex';
import { emailKey, isPersonKey, keyOfEmail, keyOfRef } from './knownKey';

const user = (name: string, email?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name },
  spec: { profile: { email } },
});
const aModule = (name: string): Entity => ({
  apiVersion: 'orchestr8.io/v1',
  kind: 'Module',
  metadata: { name },
});

const ANNA = keyOfEmail('anna@company.com');
const REDIS = 'module:default/redis';

/** The catalog is looked through while nothing happens, and this is all there is. */
const read = (index: CatalogIndex, ...entities: Entity[]) =>
  index.replace(entities, index.startReading({ quiet: true }));

/** The same while news is coming in. */
const readInHaste = (index: CatalogIndex, ...entities: Entity[]) =>
  index.replace(entities, index.startReading({ quiet: false }));

describe('the keys of what modules refer to', () => {
  it('compare addresses without regard to case and spaces', () => {
    expect(keyOfEmail(' Anna@Company.COM ')).toBe(ANNA);
    expect(emailKey(user('anna', 'ANNA@company.com'))).toBe(ANNA);
  });

  it.each([
    ['a user without an address', user('anna')],
    ['an address without @', user('anna', 'anna')],
    ['a group', { ...user('anna', 'anna@company.com'), kind: 'Group' }],
  ])('give no address to %s', (_, entity) => {
    expect(emailKey(entity)).toBeUndefined();
  });

  it('tell people from things', () => {
    expect(isPersonKey(ANNA)).toBe(true);
    expect(isPersonKey('user:default/anna')).toBe(true);
    expect(isPersonKey(REDIS)).toBe(false);
    const ref = { kind: 'Module', namespace: 'default', name: 'redis' };
    expect(keyOfRef(ref)).toBe(REDIS);
  });
});

describe('the index of who and what there is', () => {
  let index: CatalogIndex;
  beforeEach(() => {
    index = new CatalogIndex();
  });

  it('says neither yes nor no before it has learned anything', () => {
    expect(index.ask(ANNA)).toBeUndefined();
    expect(index.ask(REDIS)).toBeUndefined();
  });

  it('knows whom it has seen pass', () => {
    index.learn(user('anna', 'anna@company.com'));
    expect(index.ask(ANNA)).toEqual(['user:default/anna']);
    expect(index.ask('user:default/anna')).toEqual(['user:default/anna']);
  });

  it('says what was said before the restart until it has read the catalog', () => {
    index.learn(user('anna', 'anna@company.com'));
    const two = ['user:default/anna', 'user:default/anna2'];
    expect(index.ask(ANNA, two)).toEqual(two);
    expect(read(index, user('anna', 'anna@company.com'))).toEqual([ANNA]);
    expect(index.ask(ANNA, two)).toEqual(['user:default/anna']);
  });

  it('says that something is missing only after a read that began later than the question', () => {
    const before = index.startReading({ quiet: true });
    index.ask(REDIS);
    expect(index.replace([], before)).toEqual([]);
    expect(index.ask(REDIS)).toBeUndefined();
    expect(read(index)).toEqual([REDIS]);
    expect(index.ask(REDIS)).toEqual([]);
  });

  it('names all users of an address, in order, and tells when that changes', () => {
    read(index);
    index.ask(ANNA);
    index.learn(user('anna2', 'anna@company.com'));
    expect(index.learn(user('anna', 'Anna@company.com'))).toEqual([ANNA]);
    expect(index.ask(ANNA)).toEqual([
      'user:default/anna',
      'user:default/anna2',
    ]);
  });

  it('tells of a person who arrives later, and only once', () => {
    index.ask(ANNA);
    read(index);
    expect(index.learn(user('anna', 'anna@company.com'))).toEqual([ANNA]);
    expect(index.learn(user('anna', 'anna@company.com'))).toEqual([]);
    expect(read(index, user('anna', 'anna@company.com'))).toEqual([]);
  });

  it('tells of both addresses when a person changes hers', () => {
    const other = keyOfEmail('a.berg@company.com');
    index.learn(user('anna', 'anna@company.com'));
    index.ask(ANNA);
    index.ask(other);
    expect(index.learn(user('anna', 'a.berg@company.com')).sort()).toEqual(
      [ANNA, other].sort(),
    );
    expect(index.ask(ANNA)).toEqual([]);
    expect(index.ask(other)).toEqual(['user:default/anna']);
  });

  it('learns of a deletion by the next read', () => {
    const anna = user('anna', 'anna@company.com');
    read(index, anna);
    index.ask(ANNA);
    expect(read(index)).toEqual([ANNA]);
    expect(index.ask(ANNA)).toEqual([]);
  });

  it('keeps what passed until it is read, however long the catalog takes to put it together', () => {
    index.ask(REDIS);
    const reading = index.startReading({ quiet: true });
    index.learn(aModule('redis'));
    index.replace([], reading);
    const others = ['a', 'b', 'c', 'd', 'e', 'f'].map(aModule);
    for (const other of others) index.learn(other);
    for (let n = 0; n <= others.length; n++) {
      read(index, ...others.slice(0, n));
      expect(index.ask(REDIS)).toEqual([REDIS]);
    }
    read(index, aModule('redis'));
    read(index);
    expect(index.ask(REDIS)).toEqual([]);
  });

  it('gives up what passed and does not come, though nothing else does either', () => {
    index.ask(REDIS);
    index.learn(aModule('redis'));
    for (let n = 0; n < 3; n++) expect(read(index)).toEqual([]);
    expect(read(index)).toEqual([REDIS]);
    expect(index.ask(REDIS)).toEqual([]);
  });

  it('keeps the address that passed while it still reads the old one', () => {
    const other = keyOfEmail('a.berg@company.com');
    read(index, user('anna', 'anna@company.com'));
    index.learn(user('anna', 'a.berg@company.com'));
    read(index, user('anna', 'anna@company.com'));
    expect(index.ask(other)).toEqual(['user:default/anna']);
  });

  it.each([
    ['news is coming in', () => readInHaste(index)],
    [
      'others bring more with every read',
      (n: number) => read(index, aModule(`m${n}`)),
    ],
  ])(
    'does not call missing what it does not find while %s, unless that lasts',
    (_what, readBusily) => {
      index.ask(REDIS);
      for (let n = 0; n < 30; n++) expect(readBusily(n)).toEqual([]);
      expect(index.hasOpenQuestions()).toBe(true);
      expect(readBusily(30)).toEqual([REDIS]);
      expect(index.hasOpenQuestions()).toBe(false);
    },
  );

  it('goes on calling missing what was missing, in haste too', () => {
    index.ask(REDIS);
    read(index);
    readInHaste(index);
    expect(index.ask(REDIS)).toEqual([]);
  });

  it('says when there is something new to know or to find out', () => {
    const onNews = jest.fn();
    index = new CatalogIndex(onNews);
    const news = (act: () => unknown) => {
      onNews.mockClear();
      act();
      return onNews.mock.calls.length;
    };
    expect(news(() => index.ask(REDIS))).toBe(1);
    expect(news(() => index.ask(REDIS))).toBe(0);
    expect(news(() => index.learn(aModule('redis')))).toBe(1);
    expect(news(() => index.learn(aModule('redis')))).toBe(0);
    expect(news(() => index.ask(REDIS))).toBe(0);
  });

  it('makes no news of a module that was taken for present and is', () => {
    index.ask(REDIS);
    expect(index.learn(aModule('redis'))).toEqual([]);
    expect(read(index, aModule('redis'))).toEqual([]);
  });

  it('makes news of a module that was missed', () => {
    index.ask(REDIS);
    read(index);
    expect(index.ask(REDIS)).toEqual([]);
    expect(index.learn(aModule('redis'))).toEqual([REDIS]);
  });

  it('tells nobody of keys that nobody asked for', () => {
    expect(index.learn(user('anna', 'anna@company.com'))).toEqual([]);
    expect(read(index)).toEqual([]);
  });
});
