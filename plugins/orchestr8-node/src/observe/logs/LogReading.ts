import { ClusterReader, WrittenLine } from '../../adapters/Cluster';
import { LogSource } from './LogSource';
import {
  BEGINNING,
  isAfter,
  Place,
  PlacedLine,
  Placing,
  secondOf,
} from './Place';
import { timeKey } from './timeKey';

/**
 * Lines read before those that are wanted: a reading that begins in the middle
 * does not know how many lines of its first time stamp went before. Only when
 * more than these bear one stamp may lines come twice.
 */
const MARGIN = 10;

/** What to read of one container. */
export interface ReadingOptions {
  cluster: ClusterReader;
  /** Only lines behind this place. */
  after?: Place;
  /** ISO 8601: nothing before. */
  since?: string;
  /** How many of the newest lines, or some more; absent: all. */
  tail?: number;
  follow?: boolean;
  /** What the container wrote before its last restart. */
  previous?: boolean;
  signal: AbortSignal;
}

/** One reading of one container's log. */
export class LogReading {
  private readonly placing: Placing;
  private readonly after: Place;
  private readonly since: string;
  private meets?: boolean;
  /** Lines that have been read, wanted or not. */
  count = 0;

  private constructor(
    source: LogSource,
    private readonly batches: AsyncIterable<readonly WrittenLine[]>,
    options: ReadingOptions,
  ) {
    this.placing = new Placing(source);
    this.after = options.after ?? BEGINNING;
    this.since = options.since ? timeKey(options.since) : '';
  }

  /** Resolves once the cluster begins to answer. Rejects with a `ClusterError`, or the signal's reason. */
  static async open(
    source: LogSource,
    options: ReadingOptions,
  ): Promise<LogReading> {
    const { cluster, after, since, tail, follow, previous, signal } = options;
    const { namespace, pod, container } = source;
    const batches = await cluster.logs(
      { namespace, name: pod, container },
      {
        follow,
        previous,
        tailLines: tail === undefined ? undefined : tail + MARGIN,
        sinceTime: (after && secondOf(after)) ?? since,
        signal,
      },
    );
    return new LogReading(source, batches, options);
  }

  /** Ends silently when the signal aborts. Rejects with a `ClusterError`. */
  async *lines(): AsyncGenerator<PlacedLine[]> {
    const { after, since } = this;
    for await (const batch of this.batches) {
      const lines = batch.map(line => this.placing.place(line));
      this.count += lines.length;
      this.meets ??= lines.length > 0 ? !isAfter(lines[0], after) : undefined;
      const first = lines.findIndex(
        line => isAfter(line, after) && line.at >= since,
      );
      if (first >= 0) yield first === 0 ? lines : lines.slice(first);
    }
    this.meets ??= false;
  }

  /** How far it has come. */
  get last(): Place {
    const { last } = this.placing;
    return isAfter(last, this.after) ? last : this.after;
  }

  /**
   * It does not go on where the last one ended: since then the log was begun
   * anew, and what was written before is elsewhere or gone. Known once lines
   * have come.
   */
  get isDetached(): boolean {
    const isPlace = this.after.at !== '' && Number.isFinite(this.after.nth);
    return isPlace && this.meets === false;
  }
}
