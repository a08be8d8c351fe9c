import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import git from 'isomorphic-git';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';

const AUTHOR = { name: 'Orchestr8', email: 'orchestr8@localhost' };

/**
 * The portal's own modules: `<folder>/<name>/`, a local git repository each.
 * The catalog finds them there.
 */
export class ModuleRepositories {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether a catalog location lies in the module's folder here. */
  holds(name: string, location: string | undefined): boolean {
    return location?.startsWith(`file:${join(this.folder, name)}/`) ?? false;
  }

  /**
   * Writes a module and commits it. A new one appears all at once: what the
   * catalog finds is never half a module.
   */
  async write(
    name: string,
    files: ModuleFiles,
    options: { message: string },
  ): Promise<void> {
    const target = join(this.folder, name);
    if (await exists(target)) {
      await removeWorkTree(target);
      await writeAll(target, files);
      await commitAll(target, options.message);
      return;
    }
    const incoming = join(this.folder, '.incoming', randomUUID());
    try {
      await writeAll(incoming, files);
      await git.init({ fs, dir: incoming, defaultBranch: 'main' });
      await commitAll(incoming, options.message);
      await rename(incoming, target);
    } finally {
      await rm(incoming, { recursive: true, force: true });
    }
  }
}

async function writeAll(folder: string, files: ModuleFiles): Promise<void> {
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function removeWorkTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry !== '.git') {
      await rm(join(folder, entry), { recursive: true });
    }
  }
}

async function commitAll(dir: string, message: string): Promise<void> {
  const status = await git.statusMatrix({ fs, dir });
  const changed = status.filter(
    ([, head, workdir, stage]) => !(head === 1 && workdir === 1 && stage === 1),
  );
  if (changed.length === 0) {
    return;
  }
  for (const [filepath, , workdir] of changed) {
    if (workdir === 0) {
      await git.remove({ fs, dir, filepath });
    } else {
      await git.add({ fs, dir, filepath });
    }
  }
  await git.commit({ fs, dir, message, author: AUTHOR });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
