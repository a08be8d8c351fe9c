import { randomUUID } from 'node:crypto';
import { ModuleSummary } from '@orchestr8/backstage-plugin-orchestr8-common';

/** How a module stands after a change; no summary: it is gone. */
export interface FeedEntry {
  name: string;
  summary?: ModuleSummary;
  /** What a reader comes back with. */
  cursor: string;
}

/**
 * The newest state of every module, each with the number of its last change: a
 * reader that comes back is told what it missed, however much has happened, and
 * memory holds one entry a module.
 */
export class FeedLog {
  /** Cursors of another process, or of an earlier log, mean nothing here. */
  private readonly id = randomUUID();
  private readonly entries = new Map<
    string,
    { sequence: number; says: string; summary?: ModuleSummary }
  >();
  private sequence = 0;

  /** Notes how a module stands now; false when that is known already. */
  note(name: string, summary: ModuleSummary | undefined): boolean {
    const says = JSON.stringify(summary ?? null);
    const known = this.entries.get(name);
    if (known ? known.says === says : !summary) {
      return false;
    }
    this.sequence += 1;
    this.entries.set(name, { sequence: this.sequence, says, summary });
    return true;
  }

  /**
   * Where a reader stands who came with this cursor: 0, the beginning, when it
   * is not of this log, or when modules have gone since. Whether a reader may
   * hear of a module that is gone cannot be asked any more.
   */
  positionOf(cursor: string | undefined): number {
    const [, id, digits] = /^(.+)\.(\d{1,15})$/.exec(cursor ?? '') ?? [];
    const position = Number(digits);
    const isKnown = id === this.id && position <= this.sequence;
    const hasGone = [...this.entries.values()].some(
      ({ sequence, summary }) => !summary && sequence > position,
    );
    return isKnown && !hasGone ? position : 0;
  }

  /** The modules that changed after a position, in the order of their last change. */
  after(position: number): { entries: FeedEntry[]; position: number } {
    const entries = [...this.entries]
      .filter(([, { sequence }]) => sequence > position)
      .sort(([, a], [, b]) => a.sequence - b.sequence)
      .map(([name, { sequence, summary }]) => ({
        name,
        ...(summary ? { summary } : {}),
        cursor: `${this.id}.${sequence}`,
      }));
    return { entries, position: this.sequence };
  }

  /** Names of the modules that are there. */
  get names(): string[] {
    return [...this.entries]
      .filter(([, { summary }]) => summary)
      .map(([name]) => name);
  }
}
