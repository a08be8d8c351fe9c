import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { compareTimes } from './compareTimes';

/** A line in the buffer. */
export interface LogEntry {
  /** Counts up from 0 over all lines ever added. */
  id: number;
  line: LogLine;
}

/**
 * The last lines of a log, at most `capacity` of them. Lines that a stream repeats
 * after it was opened again are left out: per container, time only goes on.
 */
export class LogBuffer {
  #entries: LogEntry[] = [];
  #added = 0;
  readonly #ends = new Map<string, { time: string; texts: Set<string> }>();
  #latest: string | undefined;

  constructor(readonly capacity: number) {}

  /** Oldest first. A new array after each change. */
  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** Lines that had to go to make room. */
  get dropped(): number {
    return this.#added - this.#entries.length;
  }

  /** Time of the latest line, to resume from. */
  get latest(): string | undefined {
    return this.#latest;
  }

  /** Adds lines in order; those already there are left out. */
  add(lines: readonly LogLine[]): void {
    const fresh = lines.filter(line => this.#isNew(line));
    if (fresh.length === 0) return;
    const entries = fresh.map(line => ({ id: this.#added++, line }));
    this.#entries = [...this.#entries, ...entries].slice(-this.capacity);
  }

  #isNew({ pod, container, time, text }: LogLine): boolean {
    const source = `${pod}/${container}`;
    const end = this.#ends.get(source);
    const order = end ? compareTimes(time, end.time) : 1;
    if (order < 0 || (order === 0 && end?.texts.has(text))) return false;
    if (order > 0) this.#ends.set(source, { time, texts: new Set([text]) });
    else end?.texts.add(text);
    if (!this.#latest || compareTimes(time, this.#latest) > 0) {
      this.#latest = time;
    }
    return true;
  }
}
