import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { mkdir, writeFile } from 'fs/promises';
import { dirname } from 'path';

/**
 * Writes the files of a module below a folder, which may exist already.
 *
 * @throws NotAllowedError when a path leads out of the folder
 */
export async function writeFiles(
  folder: string,
  files: ModuleFiles,
): Promise<void> {
  for (const [path, bytes] of files) {
    const target = resolveSafeChildPath(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
