import { ConflictError } from '@backstage/errors';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  readModuleFolder,
  releaseDigest,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import fs from 'fs';
import { lstat, mkdir, mkdtemp, rename, rm } from 'fs/promises';
import git from 'isomorphic-git';
import { join } from 'path';
import { writeFiles } from './writeFiles';

/** Who a commit is by. */
export interface Author {
  name: string;
  email: string;
}

/**
 * Writes a module into the modules folder, as a git repository of its own with
 * one commit. It is there wholly or not at all: made beside its place under a
 * name that the catalog ignores, then renamed. Repeating the call with the same
 * files changes nothing.
 *
 * @returns the folder of the module
 * @throws ConflictError when other files are there under that name
 */
export async function publishModule(
  files: ModuleFiles,
  options: { name: string; modulesFolder: string; author: Author },
): Promise<string> {
  const { name, modulesFolder, author } = options;
  const target = join(modulesFolder, name);
  if (await isPublished(target, files)) return target;

  await mkdir(modulesFolder, { recursive: true });
  const draft = await mkdtemp(join(modulesFolder, `.new-${name}-`));
  try {
    await writeFiles(draft, files);
    await commitAll(draft, files, author);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Someone else was quicker with the same name.
    if (await isPublished(target, files)) return target;
    throw error;
  }
  return target;
}

async function isPublished(
  target: string,
  files: ModuleFiles,
): Promise<boolean> {
  const found = await lstat(target).catch(error => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return false;
  const there = await readModuleFolder(target).catch(() => undefined);
  if (there && releaseDigest(there) === releaseDigest(files)) return true;
  throw new ConflictError(
    `The folder "${target}" exists and holds other files. Choose another name, or move the folder away.`,
  );
}

async function commitAll(dir: string, files: ModuleFiles, author: Author) {
  await git.init({ fs, dir, defaultBranch: 'main' });
  await git.add({ fs, dir, filepath: [...files.keys()] });
  await git.commit({ fs, dir, author, message: 'Create the module' });
}
