import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { timeKey } from './timeKey';

interface Held {
  line: LogLine;
  key: string;
  arrived: number;
}

/**
 * Holds lines of several live streams for a moment, so that those that arrive
 * out of order leave in the order of time. Holds at most `capacity` lines;
 * what comes beyond that is dropped and counted. All times in milliseconds.
 */
export class ReorderWindow {
  private held: Held[] = [];
  private lost = 0;

  constructor(
    private readonly options: { windowMs: number; capacity: number },
  ) {}

  push(line: LogLine, now: number): void {
    if (this.held.length >= this.options.capacity) {
      this.lost += 1;
      return;
    }
    this.held.push({ line, key: timeKey(line.time), arrived: now });
  }

  /** The lines that have been held long enough, in the order of time. */
  take(now: number): LogLine[] {
    const until = now - this.options.windowMs;
    // What is older than a line that is due leaves with it, or it would come late.
    let due = '';
    for (const { key, arrived } of this.held) {
      if (arrived <= until && key > due) due = key;
    }
    const leaves = (one: Held) => one.arrived <= until || one.key < due;
    const leaving = this.held.filter(leaves);
    this.held = this.held.filter(one => !leaves(one));
    return leaving
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
      .map(({ line }) => line);
  }

  /** How many lines were dropped since this was last asked. */
  dropped(): number {
    const { lost } = this;
    this.lost = 0;
    return lost;
  }

  get empty(): boolean {
    return this.held.length === 0;
  }
}
