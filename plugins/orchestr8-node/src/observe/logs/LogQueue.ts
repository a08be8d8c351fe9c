import { LogGap } from './LogGap';
import { LogLane } from './LogLane';
import { LogPart, notice } from './LogQuery';
import { inOrder } from './mergeByTime';
import { Place, PlacedLine, sizeOf } from './Place';

/** Milliseconds that a line is held, at most, for others that may stand before it. */
const WINDOW = 100;
/** Bytes that may wait for one reader. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Lines and bytes that are given at a time, and words that may wait. */
const MOST_LINES = 500;
const MOST_BYTES = 256 * 1024;
const MOST_NOTICES = 100;
/** Behind every line. */
const END = '\uffff';

/**
 * What several live logs put in and one reader takes out, in the order of time.
 * A line leaves once every live log has come as far, else after a moment: what
 * comes later than that comes out of order. What there is no room for is
 * dropped and told where it is missing. All times in milliseconds.
 */
export class LogQueue {
  private readonly lanes = new Map<string, LogLane>();
  private readonly windowMs: number;
  private readonly maxBytes: number;
  private readonly notices: string[] = [];
  private gaps: LogGap[] = [];
  /** The one that is growing. */
  private gap?: LogGap;
  private isFull = false;
  private missed = false;
  private due: (PlacedLine | LogGap)[] = [];
  /** What stands there or before has left. */
  private left = '';
  private held = 0;

  constructor(
    private readonly options: {
      windowMs?: number;
      maxBytes?: number;
      /** Something may be due that was not. */
      onChange?(): void;
    } = {},
  ) {
    this.windowMs = options.windowMs ?? WINDOW;
    this.maxBytes = options.maxBytes ?? MAX_BYTES;
  }

  /** Bytes that wait, as {@link sizeOf} counts them. */
  get bytes(): number {
    return this.held;
  }

  /** The log has come as far as `passed`; `lines` are those of it that are wanted. */
  push(
    log: string,
    lines: readonly PlacedLine[],
    options: { passed: string; now: number },
  ): void {
    const lane = this.lane(log);
    lane.passed = options.passed;
    const fresh = lane.fresh(lines);
    if (fresh.length > 0) {
      const bytes = sum(fresh);
      if (this.hasRoomFor(bytes)) {
        lane.push(fresh, options.now);
        this.held += bytes;
        this.gap = undefined;
      } else {
        this.drop(fresh, options.now);
      }
    }
    this.options.onChange?.();
  }

  /** Whether others wait for this log. */
  setLive(log: string, state: { isLive: boolean }): void {
    this.lane(log).isLive = state.isLive;
    this.options.onChange?.();
  }

  /** Nothing more will come of this log. */
  close(log: string): void {
    const lane = this.lane(log);
    lane.isLive = false;
    lane.isClosed = true;
    this.options.onChange?.();
  }

  /** Something was dropped since the last `clear`. */
  get hasMissed(): boolean {
    return this.missed;
  }

  /** Forgets what waits of logs that go on: it will be read by other means. */
  clear(): void {
    let isAll = true;
    for (const lane of this.lanes.values()) {
      if (lane.isClosed) isAll = false;
      else this.held -= sum(lane.takeUntil(END));
    }
    // Of a log that has ended nothing can be read any more.
    if (isAll) this.gaps = [];
    this.gap = undefined;
    this.isFull = false;
    this.missed = false;
  }

  /** The log has been told as far as there. */
  startAfter(log: string, place: Place): void {
    this.held -= sum(this.lane(log).startAfter(place));
  }

  notice(message: string): void {
    if (this.notices.length < MOST_NOTICES) this.notices.push(message);
    this.options.onChange?.();
  }

  /** What is due now, or some of it; `undefined` when nothing is. */
  take(now: number): LogPart | undefined {
    const message = this.notices.shift();
    if (message !== undefined) return notice(message);
    if (this.due.length === 0) this.release(now);
    const [first] = this.due;
    if (first instanceof LogGap) {
      this.due.shift();
      return first.part;
    }
    return first && { type: 'lines', lines: this.hand() };
  }

  /** When something is due at the latest; `undefined` while nothing waits. */
  get dueAt(): number | undefined {
    let first = Infinity;
    for (const { waitsSince } of this.lanes.values()) {
      if (waitsSince !== undefined) first = Math.min(first, waitsSince);
    }
    for (const { arrived } of this.gaps) first = Math.min(first, arrived);
    return first === Infinity ? undefined : first + this.windowMs;
  }

  private lane(log: string): LogLane {
    let lane = this.lanes.get(log);
    if (!lane) {
      lane = new LogLane();
      this.lanes.set(log, lane);
    }
    return lane;
  }

  /** Once it is full, half must have left before more is taken: few gaps, not many. */
  private hasRoomFor(bytes: number): boolean {
    const isStillFull = this.isFull && this.held * 2 > this.maxBytes;
    this.isFull = isStillFull || this.held + bytes > this.maxBytes;
    return !this.isFull;
  }

  private drop(lines: readonly PlacedLine[], now: number): void {
    this.missed = true;
    if (!this.gap) {
      this.gap = new LogGap(lines[0], now);
      this.gaps.push(this.gap);
    }
    this.gap.add(lines);
  }

  private release(now: number): void {
    const until = this.horizon(now);
    const gaps = this.gaps.filter(({ at }) => at <= until);
    if (gaps.length > 0) {
      this.gaps = this.gaps.filter(({ at }) => at > until);
      if (this.gap && gaps.includes(this.gap)) this.gap = undefined;
    }
    const lists: (readonly (PlacedLine | LogGap)[])[] = [gaps];
    for (const [log, lane] of this.lanes) {
      lists.push(lane.takeUntil(until));
      if (lane.isClosed && lane.isEmpty) this.lanes.delete(log);
    }
    this.due = inOrder(lists);
    const last = until === END ? this.due.at(-1)?.at ?? '' : until;
    if (last > this.left) this.left = last;
  }

  /** What stands there or before is due. */
  private horizon(now: number): string {
    const since = now - this.windowMs;
    let passed = END;
    let waited = this.left;
    for (const lane of this.lanes.values()) {
      if (lane.isLive && lane.passed < passed) passed = lane.passed;
      const at = lane.arrivedBy(since);
      if (at > waited) waited = at;
    }
    for (const { at, arrived } of this.gaps) {
      if (arrived <= since && at > waited) waited = at;
    }
    return passed > waited ? passed : waited;
  }

  /** Lines that are due, up to a gap. */
  private hand(): PlacedLine[] {
    const lines: PlacedLine[] = [];
    let bytes = 0;
    for (const one of this.due) {
      if (one instanceof LogGap) break;
      if (lines.length === MOST_LINES || bytes >= MOST_BYTES) break;
      lines.push(one);
      bytes += sizeOf(one);
    }
    this.due = this.due.slice(lines.length);
    this.held -= bytes;
    return lines;
  }
}

function sum(lines: readonly PlacedLine[]): number {
  return lines.reduce((bytes, line) => bytes + sizeOf(line), 0);
}
