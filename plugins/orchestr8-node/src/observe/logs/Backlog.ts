import { ClusterError } from '../../adapters/ClusterError';
import { describeFailure, describeLoss } from './describeFailure';
import { LogPart, LogQuery, notice } from './LogQuery';
import { LogReading } from './LogReading';
import { keyOf, LogSource } from './LogSource';
import { mergeByTime } from './mergeByTime';
import { NewestLines } from './NewestLines';
import { Place, PlacedLine } from './Place';

/** The newest lines that are told when nothing says from when on. */
const TAIL = 100;
/** Lines of each container that are looked through, at most, for the newest that match. */
const GREP_DEPTH = 20_000;
/** Bytes that the newest lines may take up before they are told. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Lines that are told at a time. */
const MOST_LINES = 500;

/** What the containers of a module have written up to now, merged in the order of time. */
export class Backlog {
  private readonly places = new Map<string, Place>();
  private readonly notices: string[] = [];
  private readonly tail?: number;
  /** Not all was looked through. */
  private isCut = false;

  constructor(
    private readonly sources: readonly LogSource[],
    private readonly query: LogQuery & { matches(text: string): boolean },
  ) {
    const { since, after } = query;
    this.tail = query.tail ?? (since || after ? undefined : TAIL);
  }

  /** How far a container has been read; `undefined` when it could not be. */
  placeOf(source: LogSource): Place | undefined {
    return this.places.get(keyOf(source));
  }

  /** Ends silently when the signal aborts. */
  async *parts(): AsyncGenerator<LogPart> {
    const { tail } = this;
    const all = mergeByTime(this.sources.map(one => this.linesOf(one)));
    if (tail === undefined) {
      // As they are read: a slow reader slows the reading down.
      for await (const lines of all) {
        yield* this.told();
        yield* inParts(lines);
      }
      yield* this.told();
      return;
    }
    const newest = new NewestLines({ lines: tail, maxBytes: MAX_BYTES });
    for await (const lines of all) newest.add(lines);
    if (this.query.signal.aborted) return;
    yield* this.told();
    const { dropped } = newest;
    if (dropped > 0) {
      const message = `${dropped} lines before these were left out: together they are too long`;
      yield { type: 'notice', message, dropped };
    }
    const lines = newest.take();
    if (this.isCut && lines.length < tail) {
      yield notice(
        `Only the newest ${GREP_DEPTH} lines of each container were looked through`,
      );
    }
    yield* inParts(lines);
  }

  private *told(): Generator<LogPart> {
    for (const message of this.notices.splice(0)) yield notice(message);
  }

  private async *linesOf(source: LogSource): AsyncGenerator<PlacedLine[]> {
    const { signal, previous } = this.query;
    try {
      const options = this.optionsFor(source);
      const reading = await LogReading.open(source, { ...options, previous });
      let isFirst = true;
      for await (const lines of reading.lines()) {
        if (isFirst && reading.isDetached) yield* this.restOf(source);
        isFirst = false;
        this.places.set(keyOf(source), reading.last);
        yield this.matching(lines);
      }
      if (isFirst && reading.isDetached) yield* this.restOf(source);
      this.places.set(keyOf(source), reading.last);
      if (this.query.grep && reading.count >= GREP_DEPTH) this.isCut = true;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ClusterError)) throw error;
      if (error.reason !== 'not-found') {
        this.notices.push(describeFailure(source, error));
      }
    }
  }

  /** What a container wrote before it was started again while nobody read. */
  private async *restOf(source: LogSource): AsyncGenerator<PlacedLine[]> {
    const { signal } = this.query;
    try {
      const options = { ...this.optionsFor(source), previous: true };
      const rest = await LogReading.open(source, options);
      for await (const lines of rest.lines()) yield this.matching(lines);
      if (!rest.isDetached) return;
    } catch (error) {
      if (signal.aborted || !(error instanceof ClusterError)) throw error;
    }
    this.notices.push(describeLoss(source));
  }

  private optionsFor(source: LogSource) {
    const { logs, since, after, grep, signal } = this.query;
    const depth = grep ? GREP_DEPTH : 0;
    return {
      cluster: logs.cluster,
      signal,
      after: after?.(source),
      since,
      tail: this.tail && Math.max(this.tail, depth),
    };
  }

  private matching(lines: PlacedLine[]): PlacedLine[] {
    const { grep, matches } = this.query;
    return grep ? lines.filter(({ text }) => matches(text)) : lines;
  }
}

function* inParts(lines: readonly PlacedLine[]): Generator<LogPart> {
  for (let from = 0; from < lines.length; from += MOST_LINES) {
    yield { type: 'lines', lines: lines.slice(from, from + MOST_LINES) };
  }
}
