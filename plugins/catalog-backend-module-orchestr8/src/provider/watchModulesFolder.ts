import { LoggerService } from '@backstage/backend-plugin-api';
import { watch } from 'chokidar';
import { mkdir } from 'fs/promises';
import { basename, dirname, relative, sep } from 'path';
import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Events of one change come in bursts. */
const SETTLE_MS = 100;
/** What a lost event, or an undecided sync, costs at most. */
const RETRY_MS = 2_000;
const RESCAN_MS = 30_000;

/**
 * Calls `sync` when something changes in the modules folder, again soon when it
 * returned false, and now and then in any case.
 *
 * @returns ends the watching
 */
export async function watchModulesFolder(
  folder: string,
  sync: () => Promise<boolean>,
  options: { logger: LoggerService },
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const schedule = (delay: number) => {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const decided = await sync();
      schedule(decided ? RESCAN_MS : RETRY_MS);
    }, delay);
  };
  const watcher = watch(folder, {
    depth: 1,
    ignoreInitial: true,
    ignored: path => isForeign(relative(folder, path)),
  });
  watcher.on('all', () => schedule(SETTLE_MS));
  watcher.on('error', error =>
    options.logger.warn(
      `Changes in "${folder}" are noticed within ${
        RESCAN_MS / 1000
      } s only: ${error}`,
    ),
  );
  schedule(0);
  return async () => {
    closed = true;
    clearTimeout(timer);
    await watcher.close();
  };
}

/** Whether a path below the folder cannot be a module's directory or specification. */
function isForeign(path: string): boolean {
  if (path === '') return false;
  if (path.split(sep).some(part => part.startsWith('.'))) return true;
  return dirname(path) !== '.' && basename(path) !== MODULE_FILE;
}
