import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import git from 'isomorphic-git';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ProblemError } from '../router/ProblemError';

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
   * Refuses a module in whose place stands what the portal must not write to.
   *
   * @throws ProblemError of what stands there, and what to do about it.
   */
  async demandRoomFor(name: string): Promise<void> {
    const target = join(this.folder, name);
    const kind = await kindOf(target);
    if (kind !== 'absent' && kind !== 'directory') {
      throw new ProblemError(
        'ConflictError',
        `"${target}" is ${PHRASES[kind]}; the portal keeps the module "${name}" in a folder of that name.`,
        {
          hint: 'Move it away on the machine of the portal, then upload again.',
        },
      );
    }
    const repository = await kindOf(join(target, '.git'));
    if (repository !== 'absent' && repository !== 'directory') {
      throw new ProblemError(
        'ConflictError',
        `The history of the module "${name}" is kept elsewhere: "${join(
          target,
          '.git',
        )}" is ${
          PHRASES[repository]
        }, as in a submodule or a linked work tree.`,
        {
          hint: 'Change the module in the repository that it belongs to, or move its folder out of the modules folder of the portal, then upload again.',
        },
      );
    }
  }

  /**
   * Writes a module and commits it. A new one appears all at once: what the
   * catalog finds is never half a module. Of a folder that somebody put there
   * without a history what it held becomes the first commit: nothing is lost.
   */
  async write(
    name: string,
    files: ModuleFiles,
    options: { message: string },
  ): Promise<void> {
    await this.demandRoomFor(name);
    const target = join(this.folder, name);
    if ((await kindOf(target)) === 'directory') {
      if (!(await hasCommit(target))) {
        await begin(target);
        await commitAll(target, `${name} as it stood here before`);
      }
      await removeWorkTree(target);
      await writeAll(target, files);
      await commitAll(target, options.message);
      return;
    }
    const incoming = join(this.folder, '.incoming', randomUUID());
    try {
      await writeAll(incoming, files);
      await begin(incoming);
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

async function hasCommit(dir: string): Promise<boolean> {
  return git.resolveRef({ fs, dir, ref: 'HEAD' }).then(
    () => true,
    () => false,
  );
}

/** A history without a commit, also where one was begun and not finished. */
async function begin(dir: string): Promise<void> {
  await git.init({ fs, dir, defaultBranch: 'main' });
  await git.writeRef({
    fs,
    dir,
    ref: 'HEAD',
    value: 'refs/heads/main',
    symbolic: true,
    force: true,
  });
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

type Kind = 'absent' | 'directory' | 'file' | 'link' | 'other';

const PHRASES = {
  file: 'a file',
  link: 'a link',
  other: 'neither a file nor a folder',
} as const;

async function kindOf(path: string): Promise<Kind> {
  const found = await lstat(path).catch(error => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!found) return 'absent';
  if (found.isSymbolicLink()) return 'link';
  if (found.isDirectory()) return 'directory';
  return found.isFile() ? 'file' : 'other';
}
