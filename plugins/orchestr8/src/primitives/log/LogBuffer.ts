import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';

/** What a log is made of: lines, and words where lines are missing. */
export type LogItem =
  | { kind: 'line'; line: LogLine }
  | { kind: 'gap'; message: string };

/** An item in the buffer. */
export type LogEntry = LogItem & {
  /** Counts up from 0 over all items ever added. */
  id: number;
};

/** The last items of a log, at most `capacity` of them. */
export class LogBuffer {
  #entries: LogEntry[] = [];
  #added = 0;

  constructor(readonly capacity: number) {}

  /** Oldest first. A new array after each change. */
  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** Items that had to go to make room. */
  get dropped(): number {
    return this.#added - this.#entries.length;
  }

  /** Adds items behind those that are there. */
  add(items: readonly LogItem[]): void {
    if (items.length === 0) return;
    const entries = items.map(item => ({ ...item, id: this.#added++ }));
    this.#entries = [...this.#entries, ...entries].slice(-this.capacity);
  }
}
