import { access, constants, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { RenderError } from './Renderer';

/** Platforms for which there is a package with the renderer, as `os-cpu` in the words of npm. */
const PACKAGED = [
  'linux-x64',
  'linux-arm64',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
];

/** What the search goes by; each has this process's own as its default. */
export interface RendererSearch {
  env?: Record<string, string | undefined>;
  /** In the words of Node: `linux`, `darwin`, `win32`. */
  platform?: string;
  /** In the words of Node: `x64`, `arm64`. */
  arch?: string;
  /** Path of a file inside an installed package; throws when that is not installed. */
  resolve?: (request: string) => string;
}

/**
 * Path of the renderer: `O8_RENDERER`, else the package for this platform that
 * was installed beside this one, else what a checkout has built into its cache.
 * `undefined` when there is none.
 */
export async function findRenderer(
  search: RendererSearch = {},
): Promise<string | undefined> {
  const { env = process.env } = search;
  return (
    env.O8_RENDERER || installedRenderer(search) || (await cachedRenderer(env))
  );
}

/** Why there is no renderer, and what to install. */
export function missingRenderer(search: RendererSearch = {}): RenderError {
  const name = platformOf(search);
  const found = PACKAGED.includes(name)
    ? `install @orchestr8/renderer-${name} (an optional dependency that the package manager left out)`
    : `it is packaged for ${PACKAGED.join(
        ', ',
      )} only: build tools/renderer with Go`;
  return new RenderError(
    `There is no renderer for ${name.replace(
      '-',
      ' on ',
    )}, so charts cannot be rendered: ${found}, or name one by O8_RENDERER or orchestr8.renderer.command.`,
    { kind: 'unavailable' },
  );
}

function platformOf({ platform, arch }: RendererSearch): string {
  return `${platform ?? process.platform}-${arch ?? process.arch}`;
}

function installedRenderer(search: RendererSearch): string | undefined {
  const name = platformOf(search);
  if (!PACKAGED.includes(name)) return undefined;
  const resolve: RendererSearch['resolve'] =
    search.resolve ?? (it => String(createRequire(__filename).resolve(it)));
  try {
    const manifest = resolve(`@orchestr8/renderer-${name}/package.json`);
    const file = name.startsWith('win32') ? 'renderer.exe' : 'renderer';
    return join(dirname(manifest), 'bin', file);
  } catch {
    return undefined;
  }
}

/** The newest that was built: others are of older sources. */
async function cachedRenderer(
  env: Record<string, string | undefined>,
): Promise<string | undefined> {
  const home = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  const folder = join(env.O8_CACHE || join(home, 'orchestr8'), 'bin');
  const names = await readdir(folder).catch(() => [] as string[]);
  const built = await Promise.all(
    names
      .filter(name => /^renderer-[0-9a-f]{16}$/.test(name))
      .map(async name => {
        const path = join(folder, name);
        const { mtimeMs } = await stat(path);
        await access(path, constants.X_OK);
        return { path, mtimeMs };
      })
      .map(found => found.catch(() => undefined)),
  );
  return built
    .filter(found => found !== undefined)
    .sort((a, b) => b.mtimeMs - a.mtimeMs)[0]?.path;
}
