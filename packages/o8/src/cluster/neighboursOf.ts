import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  DependencyNode,
  MODULE_FILE,
  MODULE_LIMITS,
  parseModule,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Folders that are looked into at most. */
const MOST = 1_000;

/** A module whose folder stands beside another's. */
export interface Neighbour extends DependencyNode {
  folder: string;
}

/**
 * The modules whose folders stand beside a module's, as in a repository of
 * many: by name, as their specifications say. The folder itself and what
 * cannot be read are left out.
 */
export async function neighboursOf(
  folder: string,
): Promise<Map<string, Neighbour>> {
  const own = resolve(folder);
  const around = dirname(own);
  const entries = await readdir(around, { withFileTypes: true }).catch(
    () => [],
  );
  const folders = entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => join(around, name))
    .filter(path => path !== own)
    .sort()
    .slice(0, MOST);
  const found = await Promise.all(folders.map(neighbourIn));
  return new Map(found.flatMap(it => (it ? [[it.name, it]] : [])));
}

async function neighbourIn(folder: string): Promise<Neighbour | undefined> {
  const file = join(folder, MODULE_FILE);
  try {
    const { size } = await stat(file);
    if (size > MODULE_LIMITS.fileBytes) return undefined;
    const { module } = parseModule(
      new Map([[MODULE_FILE, await readFile(file)]]),
    );
    if (!module) return undefined;
    const { name, version } = module.metadata;
    return { name, version, dependencies: module.spec.dependencies, folder };
  } catch {
    return undefined;
  }
}
