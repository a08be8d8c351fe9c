import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Dirent } from 'fs';
import { readdir, stat } from 'fs/promises';
import pLimit from 'p-limit';
import { join } from 'path';
import { isPassedOver } from '../isPassedOver';
import { SourceScan } from '../ModuleSource';
import {
  linkRefusal,
  SpecificationReader,
  specificationIn,
} from './SpecificationReader';

/** Files and folders that are opened at a time. */
const AT_A_TIME = 16;

/**
 * Finds the modules below a folder, level by level. What is inside a module is
 * its own and not looked at.
 *
 * @param root - entries of the folder itself
 */
export async function walkModules(
  folder: string,
  root: readonly Dirent[],
  options: { depth: number; reader: SpecificationReader },
): Promise<SourceScan> {
  const limit = pLimit(AT_A_TIME);
  const scan: SourceScan = {
    scope: 'all',
    texts: new Map(),
    unreadable: new Map(),
    refused: new Map(),
    complete: true,
    certain: false,
  };
  let level = await inside(folder, root);
  for (let depth = 1; level.length > 0 && depth <= options.depth; depth++) {
    const below = await Promise.all(
      level.map(directory => limit(() => look(directory))),
    );
    level = below.flat();
  }
  options.reader.retain(scan.texts);
  return sorted(scan);

  /** The folders below a directory, none when it is a module. */
  async function look(directory: string): Promise<string[]> {
    const path = specificationIn(directory);
    const found = await options.reader.inFolder(directory);
    switch (found.state) {
      case 'text':
        scan.texts.set(path, found);
        return [];
      case 'refused':
        scan.refused.set(path, found.reason);
        return [];
      case 'absent':
      case 'unreadable':
        break;
      default:
        throw new Error(`Nothing is found as "${found satisfies never}".`);
    }
    let entries: Dirent[];
    try {
      entries = await readdir(directory, { withFileTypes: true });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') scan.unreadable.set(directory, message);
      return [];
    }
    if (!entries.some(({ name }) => name === MODULE_FILE)) {
      return inside(directory, entries);
    }
    if (found.state === 'unreadable') scan.unreadable.set(path, found.reason);
    return [];
  }

  async function inside(directory: string, entries: readonly Dirent[]) {
    const folders: string[] = [];
    for (const entry of entries) {
      if (isPassedOver(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) folders.push(path);
      if (entry.isSymbolicLink() && (await leadsToModule(path))) {
        scan.refused.set(specificationIn(path), linkRefusal(path));
      }
    }
    return folders;
  }
}

async function leadsToModule(link: string): Promise<boolean> {
  return stat(specificationIn(link)).then(
    () => true,
    () => false,
  );
}

/** What was found in parallel, in the order of the paths. */
function sorted(scan: SourceScan): SourceScan {
  const texts = [...scan.texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...scan, texts: new Map(texts) };
}
