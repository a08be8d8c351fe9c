import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { LogEntry } from './LogQuery';
import { ReorderWindow } from './ReorderWindow';

/** Milliseconds that lines are held to be put in order, and lines that may wait for a slow reader. */
const WINDOW = 250;
const CAPACITY = 10_000;
/** Milliseconds between looks at what is due. */
const BEAT = 100;

/** What the followers of several containers put in and one reader takes out, in the order of time. */
export class LogQueue {
  private readonly window: ReorderWindow;
  private notices: string[] = [];
  private wake = () => {};

  constructor(options: { windowMs?: number; capacity?: number } = {}) {
    const { windowMs = WINDOW, capacity = CAPACITY } = options;
    this.window = new ReorderWindow({ windowMs, capacity });
  }

  line(line: LogLine): void {
    this.window.push(line, Date.now());
    this.wake();
  }

  notice(text: string): void {
    this.notices.push(text);
    this.wake();
  }

  /** Entries as they become due, until the signal aborts. */
  async *entries(signal: AbortSignal): AsyncGenerator<LogEntry> {
    const onAbort = () => this.wake();
    signal.addEventListener('abort', onAbort);
    try {
      while (!signal.aborted) {
        for (const notice of this.notices.splice(0)) yield { notice };
        yield* this.window.take(Date.now());
        const dropped = this.window.dropped();
        if (dropped > 0) {
          yield {
            notice: `${dropped} lines were dropped: they come faster than they are read`,
          };
        }
        if (this.window.empty && this.notices.length === 0) {
          await new Promise<void>(resolve => {
            this.wake = resolve;
            if (signal.aborted) resolve();
          });
        } else {
          await delay(BEAT, undefined, { signal }).catch(() => {});
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }
}
