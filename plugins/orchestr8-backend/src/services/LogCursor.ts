import { createHash } from 'node:crypto';
import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Nanoseconds: a line that comes later than this after its neighbours counts as told. */
const WINDOW = 10_000_000_000n;
/** Containers that a cursor tells apart; their cursors fit into an address. */
const MOST_SOURCES = 40;
const SHAPE =
  /^[0-9a-z]{1,13}\.[0-9a-z]{1,8}(~[\w-]{6}\.[0-9a-z]{1,8}\.[0-9a-z]{1,6}){0,40}$/;

/** How far one container has been told: an instant, and the lines of that very instant. */
interface Mark {
  time: bigint;
  count: number;
}

/**
 * How far a merged log has been told, container by container, so that a reader
 * who comes back with it gets neither a gap nor a line twice. As text it is
 * bounded: containers that were silent for a while share one mark, the floor.
 */
export class LogCursor {
  private readonly marks = new Map<string, Mark>();
  private readonly names = new Map<string, string>();
  /** Lines met, while reading again, of the instant that a mark stands at. */
  private readonly met = new Map<string, number>();
  private newest = 0n;
  private floor = 0n;
  /** Where the reader who came back stands; absent for one who begins. */
  private start?: { floor: bigint; marks: Map<string, Mark> };

  /** The cursor of this text; undefined when it is none. */
  static parse(written: string): LogCursor | undefined {
    if (!SHAPE.test(written)) {
      return undefined;
    }
    const [[newest, floor], ...told] = written
      .split('~')
      .map(part => part.split('.'));
    const cursor = new LogCursor();
    cursor.newest = integer(newest);
    cursor.floor = cursor.newest - integer(floor);
    for (const [source, before, count] of told) {
      const time = cursor.newest - integer(before);
      cursor.marks.set(source, { time, count: Number(integer(count)) });
    }
    const marks = new Map(
      [...cursor.marks].map(([source, mark]) => [source, { ...mark }]),
    );
    cursor.start = { floor: cursor.floor, marks };
    return cursor;
  }

  /** ISO 8601: what was written before has all been told. */
  get since(): string | undefined {
    return this.start
      ? new Date(Number(this.start.floor / 1_000_000n)).toISOString()
      : undefined;
  }

  /** Notes a line as told; false when it has been told before. */
  tell(line: LogLine): boolean {
    const time = nanoseconds(line.time);
    const source = this.sourceOf(line);
    const mark = this.marks.get(source);
    if (this.repeats(source, time)) {
      return false;
    }
    if (!mark || time > mark.time) {
      this.marks.set(source, { time, count: 1 });
    } else if (time === mark.time) {
      mark.count += 1;
    }
    if (time > this.newest) this.newest = time;
    return true;
  }

  toString(): string {
    this.forgetTheSilent();
    const marks = [...this.marks].map(
      ([source, { time, count }]) =>
        `~${source}.${text(this.newest - time)}.${count.toString(36)}`,
    );
    return `${text(this.newest)}.${text(this.newest - this.floor)}${marks.join(
      '',
    )}`;
  }

  private repeats(source: string, time: bigint): boolean {
    if (!this.start) return false;
    const mark = this.start.marks.get(source);
    if (!mark) return time <= this.start.floor;
    if (time !== mark.time) return time < mark.time;
    const met = (this.met.get(source) ?? 0) + 1;
    this.met.set(source, met);
    return met <= mark.count;
  }

  private forgetTheSilent(): void {
    if (this.newest - this.floor > 2n * WINDOW) {
      this.floor = this.newest - WINDOW;
    }
    for (const [source, { time }] of this.marks) {
      if (time <= this.floor) this.marks.delete(source);
    }
    if (this.marks.size <= MOST_SOURCES) return;
    const byAge = [...this.marks].sort(([, a], [, b]) =>
      a.time < b.time ? -1 : 1,
    );
    for (const [source, { time }] of byAge.slice(0, -MOST_SOURCES)) {
      this.marks.delete(source);
      this.floor = time;
    }
  }

  private sourceOf({ pod, container }: LogLine): string {
    const name = `${pod}/${container}`;
    let source = this.names.get(name);
    if (!source) {
      source = createHash('sha256').update(name).digest('base64url');
      source = source.slice(0, 6);
      this.names.set(name, source);
    }
    return source;
  }
}

/** Since 1970; a stamp that cannot be read counts as the oldest. */
function nanoseconds(time: string): bigint {
  const [, seconds, fraction = '', zone] =
    /^(.{19})(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(time) ?? [];
  const ms = Date.parse(`${seconds}${zone}`);
  return Number.isNaN(ms)
    ? 0n
    : BigInt(ms) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

function text(value: bigint): string {
  return value.toString(36);
}

function integer(digits: string): bigint {
  return [...digits].reduce(
    (sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)),
    0n,
  );
}
