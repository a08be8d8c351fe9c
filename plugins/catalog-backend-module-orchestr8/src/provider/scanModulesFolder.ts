import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';
import { readdir, readFile } from 'fs/promises';
import { join } from 'path';

/** What stands in the modules folder at one moment. */
export interface FolderScan {
  /** Absolute path of an `o8-module.yaml` → its text. */
  files: Map<string, string>;
  /** Files that are there, or may be, and could not be read: path → why. */
  unreadable: Map<string, string>;
}

/**
 * Reads the `o8-module.yaml` of every directory of the folder. Names that start
 * with a dot are work in progress and left out.
 *
 * @throws when the folder itself cannot be listed, other than for not being there
 */
export async function scanModulesFolder(folder: string): Promise<FolderScan> {
  const scan: FolderScan = { files: new Map(), unreadable: new Map() };
  const names = await readdir(folder).catch(error => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names.sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name, MODULE_FILE);
    try {
      scan.files.set(path, await readFile(path, 'utf8'));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') continue;
      scan.unreadable.set(path, message);
    }
  }
  return scan;
}
