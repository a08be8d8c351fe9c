import { watch } from 'chokidar';
import { existsSync } from 'fs';
import { basename, dirname, relative, sep } from 'path';
import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';
import { isPassedOver } from '../isPassedOver';
import { ModuleSource } from '../ModuleSource';
import { specificationIn } from './SpecificationReader';

/** Watches the `o8-module.yaml` files below a folder, as {@link ModuleSource.watch} asks for. */
export async function watchFolder(
  folder: string,
  options: {
    depth: number;
    onChange: Parameters<ModuleSource['watch']>[0];
    onBlind: Parameters<ModuleSource['watch']>[1];
  },
): Promise<() => Promise<void>> {
  const watcher = watch(folder, {
    depth: options.depth,
    ignoreInitial: true,
    followSymlinks: false,
    ignored: path => isForeign(folder, path),
  });
  watcher.on('all', (_event, path) => {
    if (basename(path) === MODULE_FILE) options.onChange(new Set([path]));
  });
  watcher.on('error', error => options.onBlind(String(error)));
  // What changed before everything was watched.
  watcher.once('ready', () => options.onChange('all'));
  return () => watcher.close();
}

/** Whether a path cannot be a specification, nor a folder with one below. */
function isForeign(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  if (inside === '' || inside.startsWith('..')) return false;
  if (inside.split(sep).some(isPassedOver)) return true;
  if (basename(path) === MODULE_FILE) return false;
  const parent = dirname(path);
  return parent !== folder && existsSync(specificationIn(parent));
}
