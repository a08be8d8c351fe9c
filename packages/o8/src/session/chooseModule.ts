import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { Session } from './Session';

/** A module in the portal's catalog, or the files of one in a folder. */
export type ModuleChoice =
  | { from: 'catalog'; name: string }
  | { from: 'folder'; folder: string; files: ModuleFiles };

/**
 * Reads `DIR|NAME`. What looks like a path is a folder; a bare word is a folder
 * when one with an `o8-module.yaml` stands here, else a name of the catalog.
 */
export async function chooseModule(
  session: Session,
  given: string = '.',
): Promise<ModuleChoice> {
  const folder = resolve(session.terminal.cwd, given);
  const isModule = await isFile(join(folder, 'o8-module.yaml'));
  const looksLikePath = /^[.~/]|\//.test(given);
  if (!isModule && !looksLikePath) return { from: 'catalog', name: given };
  if (!isModule) {
    throw new CommandError(`There is no o8-module.yaml in "${given}".`, {
      exitCode: EXIT.usage,
      hint: 'Name a folder with one, or a module of the catalog; "o8 module init" makes a new one.',
    });
  }
  const { readModuleFolder } = await import('../offline');
  const files = await readModuleFolder(folder);
  session.printer.detail(`Read ${files.size} files from ${folder}.`);
  return { from: 'folder', folder: given, files };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isFile(),
    () => false,
  );
}
