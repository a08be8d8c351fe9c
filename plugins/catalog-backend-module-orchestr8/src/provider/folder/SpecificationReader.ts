import {
  MODULE_FILE,
  MODULE_LIMITS,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { BigIntStats, constants } from 'fs';
import { FileHandle, lstat, open } from 'fs/promises';
import { dirname, join, relative, sep } from 'path';

/** One byte more than a YAML file may have (language §1): enough to see that it is too large. */
const MOST_BYTES = MODULE_LIMITS.yamlBytes + 1;

/** Follows no link, and does not wait at a pipe for somebody who writes. */
const READ_NO_LINK =
  constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** What is found at the path of an `o8-module.yaml`. */
export type Found =
  | { state: 'text'; text: string }
  | { state: 'absent' }
  | { state: 'refused'; reason: string }
  | { state: 'unreadable'; reason: string };

/**
 * Reads the `o8-module.yaml` files below one folder. A file that has the same
 * identity, size and times as before is not read again.
 */
export class SpecificationReader {
  private readonly read = new Map<string, { mark: string; text: string }>();

  constructor(private readonly folder: string) {}

  /** Never throws, and follows no link below the folder. */
  async at(path: string): Promise<Found> {
    return this.found(path, async () => {
      const link = await this.linkAbove(path);
      if (link) return { state: 'refused', reason: linkRefusal(link) };
      return this.fileAt(path);
    });
  }

  /** {@link at}, where it is known that no folder above is a link. */
  async inFolder(folder: string): Promise<Found> {
    const path = specificationIn(folder);
    return this.found(path, () => this.fileAt(path));
  }

  private async found(
    path: string,
    look: () => Promise<Found>,
  ): Promise<Found> {
    try {
      return await look();
    } catch (error) {
      this.read.delete(path);
      const { code, message } = error as NodeJS.ErrnoException;
      return code === 'ENOENT' || code === 'ENOTDIR'
        ? { state: 'absent' }
        : { state: 'unreadable', reason: message };
    }
  }

  /** Forgets files that are not there any more. */
  retain(paths: { has(path: string): boolean }) {
    for (const path of this.read.keys()) {
      if (!paths.has(path)) this.read.delete(path);
    }
  }

  private async linkAbove(path: string): Promise<string | undefined> {
    const directories = relative(this.folder, dirname(path))
      .split(sep)
      .filter(Boolean);
    let at = this.folder;
    for (const name of directories) {
      at = join(at, name);
      if ((await lstat(at)).isSymbolicLink()) return at;
    }
    return undefined;
  }

  private async fileAt(path: string): Promise<Found> {
    const before = this.read.get(path);
    // A file that was never read is opened in any case: that says the rest too.
    if (before && before.mark === markOf(await lstat(path, { bigint: true }))) {
      return { state: 'text', text: before.text };
    }
    return this.open(path);
  }

  private async open(path: string): Promise<Found> {
    let file: FileHandle;
    try {
      file = await open(path, READ_NO_LINK);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ELOOP') {
        return { state: 'refused', reason: linkRefusal(path) };
      }
      // A socket cannot be opened at all.
      if (code === 'ENXIO') return notRegular(path);
      throw error;
    }
    try {
      const stats = await file.stat({ bigint: true });
      if (!stats.isFile()) return notRegular(path);
      const { buffer, bytesRead } = await file.read({
        buffer: Buffer.alloc(Math.min(Number(stats.size) + 1, MOST_BYTES)),
        position: 0,
      });
      const text = buffer.toString('utf8', 0, bytesRead);
      this.read.set(path, { mark: markOf(stats), text });
      return { state: 'text', text };
    } finally {
      await file.close();
    }
  }
}

function notRegular(path: string): Found {
  return { state: 'refused', reason: `"${path}" is no regular file.` };
}

/** Changes with every change of the file. */
function markOf(stats: BigIntStats): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = stats;
  return [dev, ino, size, mtimeNs, ctimeNs].join();
}

/** Why a link is no module. */
export function linkRefusal(path: string): string {
  return `"${path}" is a link; a module consists of plain files only. Put the files themselves there, or the folder that it points to into orchestr8.catalog.sources.`;
}

/** Path of the specification in a directory. */
export function specificationIn(directory: string): string {
  return join(directory, MODULE_FILE);
}
