import { Module } from '@orchestr8/backstage-plugin-orchestr8-common';
import { RecentReleases } from './RecentReleases';
import { ReleasedModule } from './Releases';

const MEGABYTE = 2 ** 20;

function releaseOf(digest: string, bytes: number): ReleasedModule {
  return {
    release: {
      ...{ digest, module: 'shop', version: '1.0.0', source: 'upload' },
      ...{ createdAt: '2026-11-24T08:00:00.000Z', createdBy: 'user:default/a' },
    },
    files: new Map([['o8-module.yaml', new Uint8Array(bytes)]]),
    module: {} as Module,
    problems: [],
  };
}

describe('RecentReleases', () => {
  it('finds what was used', () => {
    const recent = new RecentReleases();
    const released = releaseOf('sha256:a', 10);
    recent.remember(released);
    expect(recent.find('sha256:a')).toBe(released);
    expect(recent.find('sha256:b')).toBeUndefined();
  });

  it('keeps those that were used last, within its room', () => {
    const recent = new RecentReleases();
    const digests = Array.from({ length: 17 }, (_, n) => `sha256:${n}`);
    digests.slice(0, 16).forEach(digest => {
      recent.remember(releaseOf(digest, MEGABYTE));
      // Again takes no more room.
      recent.remember(releaseOf(digest, MEGABYTE));
    });
    recent.find('sha256:0');
    recent.remember(releaseOf('sha256:16', MEGABYTE));
    expect(digests.filter(digest => !recent.find(digest))).toEqual([
      'sha256:1',
    ]);
  });

  it('keeps nothing that takes a large part of its room', () => {
    const recent = new RecentReleases();
    recent.remember(releaseOf('sha256:a', MEGABYTE));
    recent.remember(releaseOf('sha256:b', 3 * MEGABYTE));
    expect(recent.find('sha256:b')).toBeUndefined();
    expect(recent.find('sha256:a')).toBeDefined();
  });
});
