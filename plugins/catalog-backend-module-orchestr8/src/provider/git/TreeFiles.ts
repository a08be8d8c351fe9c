import {
  pathProblem,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { TreeEntry } from 'isomorphic-git';
import { GitCommit } from './GitRepository';

/** What a module may weigh (language §1). */
const LIMITS = {
  files: 2_000,
  fileBytes: 5 * 1024 * 1024,
  totalBytes: 20 * 1024 * 1024,
};

/** The files of a module that language §1 refuses. */
export class TreeRefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'TreeRefusedError';
  }
}

/** The files below a tree of a commit, path → content. */
export class TreeFiles {
  private readonly files = new Map<string, Uint8Array>();
  private bytes = 0;

  constructor(private readonly commit: GitCommit) {}

  /** @throws TreeRefusedError for links, submodules, unsafe paths, and too much of it */
  async of(tree: string): Promise<ReadonlyMap<string, Uint8Array>> {
    await this.add(tree, '');
    return this.files;
  }

  private async add(tree: string, prefix: string): Promise<void> {
    for (const entry of await this.commit.tree(tree)) {
      const path = `${prefix}${entry.path}`;
      const reason = pathProblem(path) ?? kindProblem(entry);
      if (reason) {
        throw refused('O8203', path, {
          message: `The path "${path}" cannot be used: ${reason}.`,
          hint: 'A module consists of plain files with portable names; commit the file itself.',
        });
      }
      if (entry.type === 'tree') await this.add(entry.oid, `${path}/`);
      else await this.addFile(entry, path);
    }
  }

  private async addFile({ oid }: TreeEntry, path: string) {
    const content = await this.commit.file(oid);
    this.bytes += content.byteLength;
    if (content.byteLength > LIMITS.fileBytes) {
      throw refused('O8204', path, {
        message: `The file "${path}" has ${content.byteLength} bytes; a file of a module may hold at most 5 MiB.`,
        hint: 'Keep large files out of the module, for instance in an image.',
      });
    }
    if (this.bytes > LIMITS.totalBytes || this.files.size >= LIMITS.files) {
      throw refused('O8205', path, {
        message: 'The module has more than 2,000 files or 20 MiB.',
        hint: 'Remove what does not belong to the deployment.',
      });
    }
    this.files.set(path, content);
  }
}

function kindProblem({ mode, type }: TreeEntry): string | undefined {
  if (mode === '120000') return 'it is a link';
  if (type === 'commit') return 'it is a submodule';
  return undefined;
}

function refused(
  code: 'O8203' | 'O8204' | 'O8205',
  file: string,
  words: { message: string; hint: string },
): TreeRefusedError {
  return new TreeRefusedError({
    code,
    severity: 'error',
    file,
    line: 1,
    column: 1,
    ...words,
  });
}
