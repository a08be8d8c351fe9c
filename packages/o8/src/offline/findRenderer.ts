import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Terminal } from '../session/Terminal';

/** Path of the renderer binary: `O8_RENDERER`, else what the bootstrap built into the cache; absent when there is none. */
export async function findRenderer(
  env: Terminal['env'],
): Promise<string | undefined> {
  if (env.O8_RENDERER) return env.O8_RENDERER;
  const cache = env.O8_CACHE || join(env.HOME || '.', '.cache', 'orchestr8');
  const folder = join(cache, 'bin');
  const names = await readdir(folder).catch(() => [] as string[]);
  for (const name of names.filter(it => /^renderer(-|$)/.test(it)).sort()) {
    const path = join(folder, name);
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return path;
  }
  return undefined;
}
