import {
  MODULE_FILE,
  pathProblem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { randomUUID } from 'crypto';
import {
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'fs/promises';
import { basename, dirname, join, relative } from 'path';
import { GitCommit } from './GitRepository';
import { ModuleTree } from './findModules';
import { TreeFiles } from './TreeFiles';

/** A tree that no module is at any more may still be read by a deployment for so long. */
const GRACE_MS = 10 * 60_000;

/**
 * The modules of a repository as folders of this machine, from which they are
 * deployed.
 *
 * `trees/<hash>/<name>/` holds the files of one state and never changes;
 * `modules/<path>` is a link to the `trees/<hash>` of now, replaced in one step.
 * So `modules/<path>/<name>/o8-module.yaml` is where a module always is, and
 * who resolves the link first reads one state to its end.
 */
export class GitCheckout {
  constructor(
    private readonly options: {
      /** Absolute path; made when absent. */
      folder: string;
      /** What a module is called that is the repository itself. */
      repositoryName: string;
    },
  ) {}

  /** Where the specification of a module is on this machine. */
  specificationOf({ path }: Pick<ModuleTree, 'path'>): string {
    return join(this.linkOf(path), this.nameOf(path), MODULE_FILE);
  }

  /**
   * Puts a module there as it is in the commit.
   *
   * @throws TreeRefusedError when language §1 refuses its files
   */
  async put(module: ModuleTree, commit: GitCommit): Promise<void> {
    const home = join(this.options.folder, 'trees', module.tree);
    const target = join(home, this.nameOf(module.path));
    if (!(await isThere(target))) {
      const files = await new TreeFiles(commit).of(module.tree);
      const draft = join(this.options.folder, `.new-${randomUUID()}`);
      try {
        for (const [path, content] of files) {
          const file = join(draft, path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, content, { flag: 'wx' });
        }
        await mkdir(home, { recursive: true });
        await rename(draft, target);
      } finally {
        await rm(draft, { recursive: true, force: true });
      }
    }
    await this.pointTo(this.linkOf(module.path), home);
  }

  /**
   * Takes away all but these modules. To be called before others are put there:
   * a module may have become a folder of modules.
   */
  async retain(modules: readonly Pick<ModuleTree, 'path'>[]): Promise<void> {
    const links = new Set(modules.map(({ path }) => this.linkOf(path)));
    for (const root of [
      this.linkOf(''),
      join(this.options.folder, 'modules'),
    ]) {
      for (const link of await linksBelow(root)) {
        if (!links.has(link)) await rm(link, { force: true });
      }
    }
  }

  /** Takes a module away. */
  async remove({ path }: Pick<ModuleTree, 'path'>): Promise<void> {
    await rm(this.linkOf(path), { force: true });
  }

  /** Clears away the trees that none of these modules has, once nobody reads them any more. */
  async clear(modules: readonly ModuleTree[]): Promise<void> {
    const used = new Set(modules.map(({ tree }) => tree));
    const trees = join(this.options.folder, 'trees');
    for (const name of await readdir(trees).catch(() => [])) {
      if (used.has(name)) continue;
      const { ctimeMs } = await stat(join(trees, name));
      if (Date.now() - ctimeMs < GRACE_MS) continue;
      await rm(join(trees, name), { recursive: true, force: true });
    }
  }

  private async pointTo(link: string, home: string) {
    const target = relative(dirname(link), home);
    if ((await readlink(link).catch(() => undefined)) === target) return;
    await mkdir(dirname(link), { recursive: true });
    // Folders of former modules below this path are in the way.
    const there = await lstat(link).catch(() => undefined);
    if (there?.isDirectory()) await rm(link, { recursive: true });
    const draft = `${link}.${randomUUID()}`;
    await symlink(target, draft);
    await rename(draft, link);
  }

  private linkOf(path: string): string {
    const { folder } = this.options;
    return path ? join(folder, 'modules', path) : join(folder, 'repository');
  }

  private nameOf(path: string): string {
    return path ? basename(path) : this.options.repositoryName;
  }
}

/** The links at or below a path. */
async function linksBelow(path: string): Promise<string[]> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isSymbolicLink()) return [path];
  if (!found?.isDirectory()) return [];
  const links: string[] = [];
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isSymbolicLink()) links.push(inside);
    if (entry.isDirectory()) links.push(...(await linksBelow(inside)));
  }
  return links;
}

/** Whether a path in a repository can be one on this machine. */
export function isSafePath(path: string): boolean {
  return path === '' || pathProblem(path) === undefined;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    error => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
