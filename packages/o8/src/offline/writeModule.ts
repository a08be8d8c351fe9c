import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';

/** Writes a module into a folder that is absent or empty; nothing that exists is overwritten. */
export async function writeModule(
  files: ModuleFiles,
  folder: string,
): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) {
    throw new CommandError(`The folder "${folder}" is not empty.`, {
      exitCode: EXIT.usage,
      hint: 'Choose another one with --output-dir.',
    });
  }
  const root = resolve(folder);
  for (const [path, bytes] of files) {
    const target = resolve(root, path);
    // The files may come from a portal: it writes into this folder or nowhere.
    if (!target.startsWith(root + sep)) {
      throw new CommandError(
        `"${path}" would be written outside "${folder}".`,
        {
          exitCode: EXIT.failed,
        },
      );
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(join(target), bytes, { flag: 'wx' });
  }
}
