import fs from 'fs';
import { readdir, readFile, rm, stat } from 'fs/promises';
import git, { TreeEntry } from 'isomorphic-git';
import { join, resolve } from 'path';
import { GitRemote } from './GitRemote';

/** More packs than this, one a fetch, and the copy is fetched anew. */
const MOST_PACKS = 100;

/** The files of one commit. */
export interface GitCommit {
  hash: string;
  /** Entries of a tree, by the tree's hash or the commit's. */
  tree(hash: string): Promise<TreeEntry[]>;
  file(hash: string): Promise<Uint8Array>;
}

/** One branch or tag of a repository. */
export interface GitRepository {
  /** The newest commit. @throws when there is none, or the repository cannot be read */
  head(): Promise<GitCommit>;
}

/** A repository on this machine, bare or with a work tree; only what is committed counts. */
export class LocalRepository implements GitRepository {
  constructor(private readonly options: { path: string; ref?: string }) {}

  async head(): Promise<GitCommit> {
    const { path, ref = 'HEAD' } = this.options;
    const gitdir = await gitDirectoryOf(path);
    return commitIn(gitdir, await git.resolveRef({ fs, gitdir, ref }));
  }
}

/** A repository elsewhere, copied to this machine. */
export class RemoteRepository implements GitRepository {
  constructor(
    private readonly options: { remote: GitRemote; copy: string; ref?: string },
  ) {}

  async head(): Promise<GitCommit> {
    const { remote, copy, ref } = this.options;
    if ((await packsIn(copy)) > MOST_PACKS) {
      await rm(copy, { recursive: true, force: true });
    }
    return commitIn(copy, await remote.fetch(copy, ref));
  }
}

/**
 * Where a repository keeps its objects and refs: the path itself, its `.git`,
 * or what the `.git` file of a linked work tree names.
 *
 * @throws when the path is no repository
 */
export async function gitDirectoryOf(path: string): Promise<string> {
  const inside = join(path, '.git');
  const found = await stat(inside).catch(() => undefined);
  if (found?.isDirectory()) return inside;
  if (found?.isFile()) {
    const named = /^gitdir: (.+)$/m.exec(await readFile(inside, 'utf8'))?.[1];
    if (named) return resolve(path, named.trim());
  }
  await stat(join(path, 'objects'));
  return path;
}

function commitIn(gitdir: string, hash: string): GitCommit {
  // Packs change names: what was read of them must not outlive one look.
  const options = { fs, gitdir, cache: {} };
  return {
    hash,
    tree: async oid => (await git.readTree({ ...options, oid })).tree,
    file: async oid => (await git.readBlob({ ...options, oid })).blob,
  };
}

async function packsIn(gitdir: string): Promise<number> {
  const names = await readdir(join(gitdir, 'objects', 'pack')).catch(() => []);
  return names.filter(name => name.endsWith('.pack')).length;
}
