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

/** The catalog is looked through, and this is all there is. */
const read = (index: CatalogIndex, ...entities: Entity[]) =>
  index.replace(entities, index.startReading());

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
    const before = index.startReading();
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

  it('keeps what passed during a read that could not find it yet', () => {
    index.ask(REDIS);
    const reading = index.startReading();
    index.learn(aModule('redis'));
    index.replace([], reading);
    expect(index.ask(REDIS)).toEqual([REDIS]);
    read(index);
    expect(index.ask(REDIS)).toEqual([REDIS]);
    read(index);
    expect(index.ask(REDIS)).toEqual([]);
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
