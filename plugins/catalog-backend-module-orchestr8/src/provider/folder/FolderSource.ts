import { Dirent } from 'fs';
import { readdir, stat } from 'fs/promises';
import { basename } from 'path';
import { Changed, ModuleSource, SourceScan } from '../ModuleSource';
import { SourceUnreadableError } from '../SourceUnreadableError';
import { SpecificationReader } from './SpecificationReader';
import { walkModules } from './walkModules';
import { watchFolder } from './watchFolder';

/** The modules in a folder of this machine, as the files stand there. */
export class FolderSource implements ModuleSource {
  readonly id: string;
  readonly description: string;
  private readonly reader: SpecificationReader;
  /** The folder, mounted, as it was when something was last in it. */
  private identity?: string;

  constructor(
    private readonly options: {
      id: string;
      /** Absolute path. */
      folder: string;
      /** How many levels below the folder modules may stand; 1: `<folder>/<module>/`. */
      depth: number;
    },
  ) {
    this.id = options.id;
    this.description = `the folder "${options.folder}"`;
    this.reader = new SpecificationReader(options.folder);
  }

  async read(changed: Changed): Promise<SourceScan> {
    const { folder, depth } = this.options;
    const { entries, isEmptyForSure } = await this.open();
    if (changed === 'all') {
      const scan = await walkModules(folder, entries, {
        depth,
        reader: this.reader,
      });
      return { ...scan, complete: entries.length > 0 || isEmptyForSure };
    }
    const scan: SourceScan = {
      scope: changed,
      texts: new Map(),
      unreadable: new Map(),
      refused: new Map(),
      complete: true,
      certain: false,
    };
    for (const path of [...changed].sort()) {
      const found = await this.reader.at(path);
      if (found.state === 'text') scan.texts.set(path, found);
      if (found.state === 'unreadable') scan.unreadable.set(path, found.reason);
      if (found.state === 'refused') scan.refused.set(path, found.reason);
    }
    return scan;
  }

  watch(
    onChange: (changed: Changed) => void,
    onBlind: (reason: string) => void,
  ) {
    const { folder, depth } = this.options;
    return watchFolder(folder, { depth, onChange, onBlind });
  }

  /**
   * The folder's entries. A place whose mount is absent looks like an empty
   * folder: so empty counts only of the very folder that was seen filled.
   */
  private async open(): Promise<{
    entries: Dirent[];
    isEmptyForSure: boolean;
  }> {
    const { folder } = this.options;
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      const { dev, ino } = await stat(folder);
      const identity = `${dev}:${ino}`;
      if (entries.length > 0) {
        this.identity = identity;
      } else if (this.identity && this.identity !== identity) {
        throw new SourceUnreadableError(
          `${this.description} is empty and another one than before, as when a mount is absent. Mount it again; if it is to be empty, put a file into it, such as ".keep".`,
        );
      }
      return { entries, isEmptyForSure: this.identity === identity };
    } catch (cause) {
      if (cause instanceof SourceUnreadableError) throw cause;
      const { code, message } = cause as NodeJS.ErrnoException;
      throw new SourceUnreadableError(
        `${this.description} cannot be read (${
          code ?? message
        }). Make it readable for the user that runs the portal, or take "${basename(
          folder,
        )}" out of the configuration.`,
        { cause },
      );
    }
  }
}
