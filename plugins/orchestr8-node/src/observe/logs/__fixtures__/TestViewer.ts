import { LogQuery } from '../LogQuery';
import { PlacedLine } from '../Place';
import { streamLogs } from '../streamLogs';
import { until } from './WritingPods';

/** One who reads a log to the test's will, and keeps what is told. */
export class TestViewer {
  readonly lines: PlacedLine[] = [];
  readonly notices: string[] = [];
  /** Lines that were told to be missing. */
  dropped = 0;
  private readonly stopping = new AbortController();
  private held?: { promise: Promise<void>; release(): void };
  private readonly done: Promise<void>;

  constructor(query: Omit<LogQuery, 'signal'>) {
    const { signal } = this.stopping;
    this.done = this.read({ follow: true, ...query, signal });
  }

  /** Takes nothing more until it is released. */
  hold(): void {
    let release = () => {};
    const promise = new Promise<void>(resolve => {
      release = resolve;
    });
    this.held = { promise, release };
  }

  release(): void {
    this.held?.release();
    this.held = undefined;
  }

  /** The numbers of the lines of a pod, in the order in which they were told. */
  numbers(pod: string): number[] {
    return this.lines
      .filter(line => line.pod === pod)
      .map(({ text }) => JSON.parse(text).seq as number);
  }

  /** Waits until that many lines have been told beyond those that were. */
  async more(count: number): Promise<void> {
    const before = this.lines.length;
    await until(() => this.lines.length >= before + count);
  }

  async stop(): Promise<void> {
    this.release();
    this.stopping.abort();
    await this.done;
  }

  /** Until the log ends by itself. */
  async end(): Promise<this> {
    await this.done;
    return this;
  }

  private async read(query: LogQuery): Promise<void> {
    for await (const part of streamLogs(query)) {
      if (part.type === 'lines') this.lines.push(...part.lines);
      else {
        this.notices.push(part.message);
        this.dropped += part.dropped ?? 0;
      }
      await this.held?.promise;
    }
  }
}

/** Numbers from `first` on, one after the other. */
export function countedFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}
