import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ModuleSourceError } from './ModuleSourceError';

/** What a module may weigh (language §1). */
export const MODULE_LIMITS = {
  files: 2_000,
  fileBytes: 5 * 1024 * 1024,
  yamlBytes: 256 * 1024,
  totalBytes: 20 * 1024 * 1024,
} as const;

const mebibytes = (bytes: number) => `${bytes / 1024 / 1024} MiB`;

/** Gathers the files of one module and refuses what language §1 refuses, whatever the source. */
export class ModuleFilesBuilder {
  private readonly files = new Map<string, Uint8Array>();
  private total = 0;

  /** Says whether a path belongs to the module at all: version control does not. */
  static accepts(path: string): boolean {
    return path.split('/')[0] !== '.git';
  }

  /** Refuses a path that is absolute, climbs, or has more than one spelling. */
  static checkPath(path: string): void {
    const segments = path.split('/');
    const unsafe =
      path.includes('\\') ||
      path.includes('\0') ||
      segments.some(segment => ['', '.', '..'].includes(segment));
    if (unsafe) {
      throw new ModuleSourceError(
        `The path "${path}" does not stay inside the module. Use plain relative paths.`,
        { path, code: 'O8203' },
      );
    }
  }

  /** Room that is left for one more file of this name; says before reading whether it fits. */
  checkSize(path: string, bytes: number): void {
    const isYaml = /\.ya?ml$/i.test(path);
    const limit = isYaml ? MODULE_LIMITS.yamlBytes : MODULE_LIMITS.fileBytes;
    if (bytes > limit) {
      throw new ModuleSourceError(
        `The file "${path}" has ${bytes} bytes; at most ${limit} are accepted here.`,
        { path, code: isYaml ? 'O8002' : 'O8204' },
      );
    }
    if (this.total + bytes > MODULE_LIMITS.totalBytes) {
      throw new ModuleSourceError(
        `The module is larger than ${mebibytes(
          MODULE_LIMITS.totalBytes,
        )}. Keep images and archives out of it.`,
        { path, code: 'O8205' },
      );
    }
    if (this.files.size >= MODULE_LIMITS.files) {
      throw new ModuleSourceError(
        `The module has more than ${MODULE_LIMITS.files} files. Is this the right folder?`,
        { path, code: 'O8205' },
      );
    }
  }

  add(path: string, content: Uint8Array): void {
    ModuleFilesBuilder.checkPath(path);
    if (this.files.has(path)) {
      throw new ModuleSourceError(`The file "${path}" appears twice.`, {
        path,
      });
    }
    this.checkSize(path, content.byteLength);
    this.files.set(path, content);
    this.total += content.byteLength;
  }

  build(): ModuleFiles {
    return new Map(
      [...this.files].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
    );
  }
}
