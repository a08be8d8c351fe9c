import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Which files to look at: all of the source, or these `o8-module.yaml` paths. */
export type Changed = 'all' | ReadonlySet<string>;

/** The text of an `o8-module.yaml`. */
export interface SourceText {
  text: string;
  /** What is wrong with the module beside its specification. */
  problems?: Problem[];
}

/** What stands in a source at one moment, as far as it was looked at. */
export interface SourceScan {
  /** What was looked at: of it, whatever is in neither map is gone. */
  scope: Changed;
  /** Absolute path of an `o8-module.yaml` on this machine → its text, ordered by path. */
  texts: Map<string, SourceText>;
  /** Files and folders that are there, or may be, and could not be read: path → why. */
  unreadable: Map<string, string>;
  /** Modules that language §1 refuses, such as links: path → why. They are no modules. */
  refused: Map<string, string>;
  /** False when absence proves nothing: then whatever is missing stays. */
  complete: boolean;
  /** False when a file may just be being written, so that one look proves little. */
  certain: boolean;
}

/** A place where modules come from that no SCM integration serves. */
export interface ModuleSource {
  /** Unique and lasting: the catalog remembers by it whose an entity is. */
  readonly id: string;
  /** For people, without credentials: `the folder "/srv/modules"`. */
  readonly description: string;
  /**
   * Says what is there.
   *
   * @throws SourceUnreadableError when nothing can be said; then nothing may be deleted
   */
  read(changed: Changed): Promise<SourceScan>;
  /**
   * Calls back when something may have changed, perhaps too often, never too seldom
   * as long as `onBlind` was not called.
   *
   * @param onBlind - changes are not noticed any more, and why
   * @returns ends the watching
   */
  watch(
    onChange: (changed: Changed) => void,
    onBlind: (reason: string) => void,
  ): Promise<() => Promise<void>>;
}
