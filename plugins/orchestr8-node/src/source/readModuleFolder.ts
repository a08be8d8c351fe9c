import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  Stats,
} from 'node:fs';
import { sep } from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ModuleFilesBuilder } from './ModuleFilesBuilder';
import { ModuleSourceError } from './ModuleSourceError';

/**
 * Reads a module from a folder on this machine.
 *
 * Links and special files are refused, not followed: what is read is what
 * stands in the folder. `.git` is left out.
 *
 * @param options.refused - told of every file that breaks language §1, which is
 *   then left out; without it the first one rejects
 * @throws ModuleSourceError when the folder is absent or breaks language §1.
 */
export async function readModuleFolder(
  folder: string,
  options: { refused?(error: ModuleSourceError): void } = {},
): Promise<ModuleFiles> {
  await othersTurn();
  requireFolder(folder);
  const builder = new ModuleFilesBuilder();
  for (const { path, file, special } of filesBelow(folder, '')) {
    try {
      if (special) throw special;
      builder.add(path, readFileHere(builder, file, path));
    } catch (error) {
      if (!options.refused || !(error instanceof ModuleSourceError))
        throw error;
      options.refused(error);
      // Where the whole is too much, so is every further file.
      if (error.code === 'O8205') break;
    }
  }
  return builder.build();
}

function requireFolder(folder: string): void {
  let found: Stats;
  try {
    found = lstatSync(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ModuleSourceError(
      `The folder "${folder}" cannot be read: ${code ?? cause}.`,
      { cause },
    );
  }
  if (!found.isDirectory()) {
    throw new ModuleSourceError(`"${folder}" is not a folder.`);
  }
}

/** Every entry below a folder that is not a folder itself, by its path inside the module. */
function* filesBelow(
  folder: string,
  prefix: string,
): Generator<{ path: string; file: string; special?: ModuleSourceError }> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    const file = `${folder}${sep}${entry.name}`;
    if (!ModuleFilesBuilder.accepts(path)) continue;
    if (entry.isDirectory()) {
      yield* filesBelow(file, `${path}/`);
    } else if (entry.isFile()) {
      yield { path, file };
    } else {
      const what = entry.isSymbolicLink() ? 'a link' : 'not a regular file';
      const special = new ModuleSourceError(
        `"${path}" is ${what}; a module consists of plain files only. Replace it by the file itself.`,
        { path, code: 'O8203' },
      );
      yield { path, file, special };
    }
  }
}

/**
 * Opened without following links, and measured before it is read: the folder may
 * change under our hands. It is read without leaving the thread: that takes
 * microseconds, and handing it to another thread ten times as long. Others have
 * their turn between two modules.
 */
function readFileHere(
  builder: ModuleFilesBuilder,
  file: string,
  path: string,
): Uint8Array {
  const handle = openPlainFile(file, path);
  try {
    const { size } = fstatSync(handle);
    builder.checkSize(path, size);
    return contentOf(handle, size);
  } finally {
    closeSync(handle);
  }
}

/** What was measured, or less where the file has become shorter since. */
function contentOf(handle: number, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const read = readSync(handle, content, length, size - length, null);
    if (read === 0) return content.slice(0, length);
    length += read;
  }
  return content;
}

/** Not waiting for a writer, should a pipe have taken the file's place. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

function openPlainFile(file: string, path: string): number {
  try {
    return openSync(file, FLAGS);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ModuleSourceError(
      `The file "${path}" cannot be read: ${
        code ?? cause
      }. Its name must be UTF-8, and you must be allowed to read it.`,
      { path, code: 'O8203', cause },
    );
  }
}
