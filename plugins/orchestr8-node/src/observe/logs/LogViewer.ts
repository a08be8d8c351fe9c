import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Bell } from '../Bell';
import { LogPart, LogQuery } from './LogQuery';
import { LogQueue } from './LogQueue';
import { Seat } from './LogSeats';
import { keyOf, LogSource, sourcesOf } from './LogSource';
import { Place, PlacedLine } from './Place';
import { timeKey } from './timeKey';

/**
 * One who follows the log of a module: takes a seat at the shared log of each
 * container, of new pods too, and has a queue of its own.
 */
export class LogViewer {
  private readonly seats = new Map<string, Seat & { source: LogSource }>();
  private readonly bell = new Bell();
  private readonly queue = new LogQueue({ onChange: () => this.bell.ring() });
  private readonly since: string;
  private pods?: { stop(): void };

  constructor(
    private readonly query: LogQuery & {
      matches(text: string): boolean;
      /** Containers that are read at once. */
      most: number;
    },
  ) {
    this.since = query.since ? timeKey(query.since) : '';
  }

  /** The pods that are there; those that come later are followed by themselves. Rejects with a `ClusterError`. */
  async watchPods(): Promise<KubernetesObject[]> {
    const { logs, namespace, module } = this.query;
    const watched = await logs.watchPods(
      { namespace, name: module },
      {
        added: pod => this.added(pod),
        gone: pod => this.gone(pod),
        notice: message => this.queue.notice(message),
      },
    );
    this.pods = watched;
    return watched.pods;
  }

  /** Resolves once nothing that these write can be missed any more. */
  async join(sources: readonly LogSource[]): Promise<void> {
    const { signal } = this.query;
    const seats = sources.map(source => this.sit(source, { isNew: false }));
    await new Promise<void>(resolve => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) resolve();
      Promise.all(seats.map(({ ready }) => ready)).then(() => resolve());
    });
  }

  /** A container has been read up to there by other means. */
  startAfter(source: LogSource, place: Place): void {
    const key = keyOf(source);
    this.queue.startAfter(key, place);
    this.seats.get(key)?.start(place);
  }

  /** More has been written meanwhile than there was room for. */
  get hasMissed(): boolean {
    return this.queue.hasMissed;
  }

  /** Keeps what is written from now on; answers the containers of which all before is to be read by other means. */
  collectAnew(): LogSource[] {
    this.queue.clear();
    return [...this.seats.values()].map(({ source }) => source);
  }

  /** Lines as they become due, until the signal aborts. */
  async *parts(): AsyncGenerator<LogPart> {
    const { signal } = this.query;
    const ring = () => this.bell.ring();
    signal.addEventListener('abort', ring);
    try {
      while (!signal.aborted) {
        this.bell.clear();
        const part = this.queue.take(Date.now());
        if (part) yield part;
        else await this.change();
      }
    } finally {
      signal.removeEventListener('abort', ring);
    }
  }

  close(): void {
    this.pods?.stop();
    for (const seat of this.seats.values()) seat.leave();
    this.seats.clear();
  }

  /** Resolves when something may be due, after all that has come by then has been taken in. */
  private async change(): Promise<void> {
    const { dueAt } = this.queue;
    const timer =
      dueAt !== undefined &&
      setTimeout(() => this.bell.ring(), dueAt - Date.now());
    await this.bell.rung();
    if (timer) clearTimeout(timer);
    await new Promise(setImmediate);
  }

  private added(pod: KubernetesObject): void {
    const sources = sourcesOf(pod, this.query);
    if (sources.length === 0) return;
    const { name } = pod.metadata;
    const fresh = sources.filter(source => !this.seats.has(keyOf(source)));
    if (this.seats.size + fresh.length > this.query.most) {
      this.queue.notice(
        `Pod ${name} has been added, but is not read: ${this.seats.size} containers are; name a pod or container to read others`,
      );
      return;
    }
    this.queue.notice(`Pod ${name} has been added`);
    for (const source of fresh) this.sit(source, { isNew: true });
  }

  private gone(pod: KubernetesObject): void {
    if (sourcesOf(pod, this.query).length === 0) return;
    this.queue.notice(`Pod ${pod.metadata.name} is gone`);
  }

  private sit(source: LogSource, options: { isNew: boolean }): Seat {
    const key = keyOf(source);
    const { queue } = this;
    let isOver = false;
    const seat = this.query.logs.join(source, {
      isNew: options.isNew,
      listener: {
        lines: lines =>
          queue.push(key, this.wanted(lines), {
            passed: lines[lines.length - 1].at,
            now: Date.now(),
          }),
        live: state => queue.setLive(key, state),
        notice: message => queue.notice(message),
        over: () => {
          isOver = true;
          this.seats.delete(key);
          queue.close(key);
        },
      },
    });
    if (!isOver) this.seats.set(key, { ...seat, source });
    return seat;
  }

  private wanted(lines: readonly PlacedLine[]): readonly PlacedLine[] {
    const { grep, matches } = this.query;
    if (!grep && lines[0].at >= this.since) return lines;
    return lines.filter(
      ({ at, text }) => at >= this.since && (!grep || matches(text)),
    );
  }
}
