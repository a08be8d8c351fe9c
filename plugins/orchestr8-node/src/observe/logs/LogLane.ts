import { countUntil } from './mergeByTime';
import { isAfter, Place, PlacedLine } from './Place';

/** The lines of one container that wait to be put in order, and how far it has come. */
export class LogLane {
  /** More is expected of it: others wait for it. */
  isLive = false;
  /** Nothing will come any more. */
  isClosed = false;
  /** Nothing will come that stands before this. */
  passed = '';
  private bunches: { lines: readonly PlacedLine[]; arrived: number }[] = [];
  /** Lines of the first bunch that have left. */
  private gone = 0;
  private after?: Place;

  /** Lines that follow those before, and when they came, in milliseconds. */
  push(lines: readonly PlacedLine[], arrived: number): void {
    this.bunches.push({ lines, arrived });
  }

  /** Leaves out what stands there or before, now and from now on; answers what was waiting and is left out. */
  startAfter(place: Place): readonly PlacedLine[] {
    this.after = place;
    const waiting = this.bunches;
    this.bunches = [];
    const told: PlacedLine[] = [];
    for (const { lines, arrived } of waiting) {
      const fresh = this.fresh(lines);
      told.push(...lines.slice(0, lines.length - fresh.length));
      if (fresh.length > 0) this.push(fresh, arrived);
    }
    return told;
  }

  /** Those of the lines that have not been told. */
  fresh(lines: readonly PlacedLine[]): readonly PlacedLine[] {
    const { after } = this;
    if (!after || lines.length === 0 || isAfter(lines[0], after)) return lines;
    const first = lines.findIndex(line => isAfter(line, after));
    return first < 0 ? [] : lines.slice(first);
  }

  get isEmpty(): boolean {
    return this.bunches.length === 0;
  }

  /** Milliseconds: since when the first line has been waiting. */
  get waitsSince(): number | undefined {
    return this.bunches[0]?.arrived;
  }

  /** The place of the last line that had arrived by then. */
  arrivedBy(time: number): string {
    let at = '';
    for (const { lines, arrived } of this.bunches) {
      if (arrived > time) break;
      at = lines[lines.length - 1].at;
    }
    return at;
  }

  /** The lines that stand at `until` or before. */
  takeUntil(until: string): PlacedLine[] {
    const taken: PlacedLine[] = [];
    while (this.bunches.length > 0) {
      const { lines } = this.bunches[0];
      const end = countUntil(lines, { from: this.gone, until });
      for (let at = this.gone; at < end; at++) taken.push(lines[at]);
      this.gone = end;
      if (end < lines.length) break;
      this.bunches.shift();
      this.gone = 0;
    }
    return taken;
  }
}
