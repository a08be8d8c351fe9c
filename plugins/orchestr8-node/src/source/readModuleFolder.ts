import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ModuleFilesBuilder } from './ModuleFilesBuilder';
import { ModuleSourceError } from './ModuleSourceError';

/**
 * Reads a module from a folder on this machine.
 *
 * Links and special files are refused, not followed: what is read is what
 * stands in the folder. `.git` is left out.
 *
 * @throws ModuleSourceError when the folder is absent or breaks language §1.
 */
export async function readModuleFolder(folder: string): Promise<ModuleFiles> {
  const found = await lstat(folder).catch(cause => {
    throw new ModuleSourceError(
      `The folder "${folder}" cannot be read: ${String(cause.code ?? cause)}.`,
      { cause },
    );
  });
  if (!found.isDirectory()) {
    throw new ModuleSourceError(`"${folder}" is not a folder.`);
  }
  const builder = new ModuleFilesBuilder();
  await readInto(builder, folder, '');
  return builder.build();
}

async function readInto(
  builder: ModuleFilesBuilder,
  folder: string,
  prefix: string,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    if (!ModuleFilesBuilder.accepts(path)) continue;
    if (entry.isDirectory()) {
      await readInto(builder, join(folder, entry.name), `${path}/`);
    } else if (entry.isFile()) {
      builder.add(
        path,
        await readFileHere(builder, join(folder, entry.name), path),
      );
    } else {
      const what = entry.isSymbolicLink() ? 'a link' : 'not a regular file';
      throw new ModuleSourceError(
        `"${path}" is ${what}; a module consists of plain files only. Replace it by the file itself.`,
        { path },
      );
    }
  }
}

/** Opened without following links, and measured before it is read: the folder may change under our hands. */
async function readFileHere(
  builder: ModuleFilesBuilder,
  file: string,
  path: string,
): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    builder.checkSize(path, (await handle.stat()).size);
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}
