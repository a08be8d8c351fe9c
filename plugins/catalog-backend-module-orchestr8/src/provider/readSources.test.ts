import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { concerns } from './pushedRepositories';
import { readSources } from './readSources';

const read = (sources: JsonObject) =>
  readSources(new ConfigReader({ orchestr8: { catalog: { sources } } }));

describe('the configured sources', () => {
  it('are none by default', () => {
    expect(readSources(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [{ folder: '/srv/modules' }, { type: 'folder', folder: '/srv/modules' }],
    [{ git: '/srv/repo.git' }, { type: 'local', path: '/srv/repo.git' }],
    [{ git: 'file:///srv/repo' }, { type: 'local', path: '/srv/repo' }],
    [
      { git: '/srv/repo', ref: 'main' },
      { type: 'local', path: '/srv/repo', ref: 'main' },
    ],
    [
      { git: 'https://git.company.com/a.git' },
      { type: 'http', url: 'https://git.company.com/a.git' },
    ],
    [
      {
        git: 'https://git.company.com/a.git',
        auth: { username: 'reader', password: 'token' },
      },
      {
        type: 'http',
        url: 'https://git.company.com/a.git',
        auth: { username: 'reader', password: 'token' },
      },
    ],
    [
      { git: 'git@git.company.com:a/b.git', privateKeyFile: '/srv/key' },
      {
        type: 'ssh',
        url: 'git@git.company.com:a/b.git',
        privateKeyFile: '/srv/key',
      },
    ],
    [
      { git: 'ssh://git@git.company.com/a.git' },
      { type: 'ssh', url: 'ssh://git@git.company.com/a.git' },
    ],
  ])('of %j are understood', (settings, place) => {
    expect(read({ mine: settings })).toEqual([
      { id: 'mine', place, depth: 4, refreshMs: 60_000 },
    ]);
  });

  it('may say how deep and how often', () => {
    const settings = { folder: '/srv', depth: 2, refresh: { minutes: 5 } };
    expect(read({ mine: settings })).toMatchObject([
      { depth: 2, refreshMs: 300_000 },
    ]);
    expect(read({ mine: { folder: '/srv', refresh: '10s' } })).toMatchObject([
      { refreshMs: 10_000 },
    ]);
  });

  it.each([
    ['both ways at once', { folder: '/a', git: '/b' }, /either "folder" or/],
    ['none at all', {}, /either "folder" or "git"/],
    ['too deep', { folder: '/a', depth: 99 }, /from 1 to 10/],
    ['no address', { git: 'nonsense' }, /is no path and no URL/],
    ['a foreign protocol', { git: 'ftp://a/b' }, /is no path and no URL/],
    [
      'credentials in the URL',
      { git: 'https://me:hunter2@git.company.com/a.git' },
      /put them into "auth"/,
    ],
  ])('are refused with the way out: %s', (_what, settings, message) => {
    expect(() => read({ mine: settings })).toThrow(message);
    expect(() => read({ mine: settings })).toThrow(
      /^orchestr8\.catalog\.sources\.mine: /,
    );
    expect(() => read({ mine: settings })).not.toThrow(/hunter2/);
  });

  it('are refused under a key that cannot be part of a name', () => {
    expect(() => read({ 'My Source': { folder: '/a' } })).toThrow(
      /lower-case letters/,
    );
  });
});

describe('a message about a push', () => {
  const [source] = read({ mine: { git: 'https://git.company.com/a.git' } });

  it.each([
    [undefined, true],
    [{}, true],
    [{ source: 'mine' }, true],
    [{ source: 'other' }, false],
    [{ repository: 'https://git.company.com/a' }, true],
    [{ repository: { clone_url: 'https://git.company.com/a.git/' } }, true],
    [{ repository: { clone_url: 'https://git.company.com/b.git' } }, false],
  ])('%j concerns the source: %s', (payload, expected) => {
    expect(concerns(payload, source)).toBe(expected);
  });
});
