import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';
import { isPassedOver } from '../isPassedOver';
import { GitCommit } from './GitRepository';

/** A directory of a commit that is a module. */
export interface ModuleTree {
  /** In the repository, `/` separated; empty for the repository itself. */
  path: string;
  /** Hash of the directory: of all that is in it. */
  tree: string;
  /** Hash of the specification; undefined when that is a link or a folder. */
  specification?: string;
}

/** Relative paths of the modules below a tree; they do not change while its hash does not. */
export type FoundByTree = Map<string, readonly ModuleTree[]>;

/**
 * Finds the modules of a commit. What is inside a module is its own and not
 * looked at; nor is what the commit before had under the same hash.
 *
 * @param before - what was found in the commit before, or nothing
 * @returns the modules, and what to give as `before` next time
 */
export async function findModules(
  commit: GitCommit,
  { depth, before }: { depth: number; before: FoundByTree },
): Promise<{ modules: readonly ModuleTree[]; found: FoundByTree }> {
  const found: FoundByTree = new Map();
  return { modules: await below(commit.hash, depth), found };

  async function below(
    tree: string,
    levels: number,
  ): Promise<readonly ModuleTree[]> {
    const key = `${tree} ${levels}`;
    const modules =
      before.get(key) ?? found.get(key) ?? (await look(tree, levels));
    found.set(key, modules);
    return modules;
  }

  async function look(tree: string, levels: number): Promise<ModuleTree[]> {
    const entries = await commit.tree(tree);
    const file = entries.find(({ path }) => path === MODULE_FILE);
    if (file) {
      const isPlain = file.mode === '100644' || file.mode === '100755';
      return [
        { path: '', tree, ...(isPlain ? { specification: file.oid } : {}) },
      ];
    }
    const modules: ModuleTree[] = [];
    for (const { path, oid, type } of entries) {
      if (type !== 'tree' || levels === 0 || isPassedOver(path)) continue;
      for (const module of await below(oid, levels - 1)) {
        const inside = module.path ? `${path}/${module.path}` : path;
        modules.push({ ...module, path: inside });
      }
    }
    return modules;
  }
}
