import {
  mkdtempSync,
  mkdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRenderer, missingRenderer, RendererSearch } from './findRenderer';

const folder = mkdtempSync(join(tmpdir(), 'o8-find-renderer-'));
const bin = join(folder, 'orchestr8', 'bin');
const [older, newer] = ['f', '0'].map(it =>
  join(bin, `renderer-${it.repeat(16)}`),
);

beforeAll(() => {
  mkdirSync(bin, { recursive: true });
  writeFileSync(older, '', { mode: 0o755 });
  writeFileSync(newer, '', { mode: 0o755 });
  utimesSync(older, 1, 1);
  // None of these is a renderer that can be started.
  const none = [
    'renderer-1111111111111111.7.new',
    'renderer',
    'playground-2222222222222222',
  ];
  for (const name of none) writeFileSync(join(bin, name), '', { mode: 0o755 });
  writeFileSync(join(bin, 'renderer-3333333333333333'), '', { mode: 0o644 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const notInstalled = () => {
  throw new Error('MODULE_NOT_FOUND');
};
const search = (more: RendererSearch = {}): RendererSearch => ({
  env: { XDG_CACHE_HOME: folder },
  platform: 'linux',
  arch: 'x64',
  resolve: request => join('/app/node_modules', request),
  ...more,
});

describe('the renderer', () => {
  it.each<[string, RendererSearch, string | undefined]>([
    [
      'is what O8_RENDERER says, before anything else',
      search({ env: { O8_RENDERER: '/mine', XDG_CACHE_HOME: folder } }),
      '/mine',
    ],
    [
      'is the package that is installed for the platform, before what was built',
      search({ arch: 'arm64' }),
      '/app/node_modules/@orchestr8/renderer-linux-arm64/bin/renderer',
    ],
    [
      'ends in .exe on Windows',
      search({ platform: 'win32' }),
      '/app/node_modules/@orchestr8/renderer-win32-x64/bin/renderer.exe',
    ],
    [
      'is the newest that the checkout has built, where no package is installed',
      search({ resolve: notInstalled }),
      newer,
    ],
    [
      'is what was built where there is no package for the platform',
      search({ platform: 'freebsd' }),
      newer,
    ],
    [
      'is looked for in the cache that O8_CACHE names',
      search({
        env: { O8_CACHE: join(folder, 'orchestr8'), XDG_CACHE_HOME: '/no' },
        resolve: notInstalled,
      }),
      newer,
    ],
    [
      'may not be there at all',
      search({ env: { XDG_CACHE_HOME: '/nowhere' }, resolve: notInstalled }),
      undefined,
    ],
  ])('%s', async (_, given, path) => {
    expect(await findRenderer(given)).toBe(path);
  });

  it('that is not there is named by platform, with what to install', () => {
    expect(missingRenderer(search())).toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(
        /no renderer for linux on x64.* install @orchestr8\/renderer-linux-x64 .*O8_RENDERER/,
      ),
    });
    expect(missingRenderer(search({ platform: 'freebsd' })).message).toMatch(
      /freebsd on x64.* packaged for linux-x64, .* build tools\/renderer with Go/,
    );
  });
});
