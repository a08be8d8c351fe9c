import {
  ModuleFiles,
  Problem,
  PROBLEM_CODES,
  sortProblems,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { readModuleFolder } from '@orchestr8/backstage-plugin-orchestr8-node';

/** A folder as it stands on the disk. */
export interface FolderContent {
  files: ModuleFiles;
  /** One for each file that cannot be part of a module; those files are left out. */
  problems: Problem[];
}

/**
 * Reads what can be read of a folder, and says of the rest why not.
 *
 * @throws ModuleSourceError when the folder itself cannot be read.
 */
export async function readFolder(folder: string): Promise<FolderContent> {
  const problems: Problem[] = [];
  const files = await readModuleFolder(folder, {
    refused({ code = 'O8203', path = '.', message }) {
      problems.push({
        code,
        severity: 'error',
        file: path,
        line: 1,
        column: 1,
        message,
        hint: PROBLEM_CODES[code].cure,
      });
    },
  });
  return { files, problems: sortProblems(problems) };
}
