import { createHash } from 'node:crypto';
import {
  LogSource,
  Place,
  PlacedLine,
} from '@orchestr8/backstage-plugin-orchestr8-node';

/** Nanoseconds: containers that were silent for so long share one mark. */
const WINDOW = 10_000_000_000n;
/** Containers that a cursor tells apart: all that are read at once. */
const MOST_SOURCES = 64;
const SHAPE =
  /^[0-9a-z]{1,13}\.[0-9a-z]{1,8}(~[\w-]{6}\.[0-9a-z]{1,8}\.[0-9a-z]{1,6}){0,64}$/;

type Source = Pick<LogSource, 'pod' | 'container'>;

/**
 * How far a merged log has been told, container by container, so that a reader
 * who comes back with it gets neither a gap nor a line twice. As text it is
 * bounded: containers that were silent for a while share one mark, the floor.
 */
export class LogCursor {
  private readonly marks = new Map<string, Place>();
  private readonly ids = new Map<string, string>();
  private newest = '';
  /** All that stands there or before has been told. */
  private floor = '';

  /** The cursor of this text; undefined when it is none. */
  static parse(written: string): LogCursor | undefined {
    if (!SHAPE.test(written)) return undefined;
    const [[newest, floor], ...told] = written
      .split('~')
      .map(part => part.split('.'));
    const last = integer(newest);
    const cursor = new LogCursor();
    cursor.newest = timeAt(last);
    cursor.floor = timeAt(last - integer(floor));
    for (const [id, before, nth] of told) {
      const at = timeAt(last - integer(before));
      cursor.marks.set(id, { at, nth: Number(integer(nth)) });
    }
    return cursor;
  }

  /** Notes lines as told: of those of one container that follow one another, the last says it for all. */
  tell(lines: readonly PlacedLine[]): void {
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      const goesOn =
        next?.pod === line.pod && next.container === line.container;
      if (!goesOn) this.mark(line);
    }
  }

  /** How far a container has been told. */
  placeOf(source: Source): Place {
    const mark = this.marks.get(this.idOf(source));
    return mark ?? { at: this.floor, nth: Infinity };
  }

  toString(): string {
    this.forgetTheSilent();
    const newest = nanoseconds(this.newest);
    const before = (at: string) => (newest - nanoseconds(at)).toString(36);
    const marks = [...this.marks].map(
      ([id, { at, nth }]) => `~${id}.${before(at)}.${nth.toString(36)}`,
    );
    const head = `${newest.toString(36)}.${before(this.floor)}`;
    return `${head}${marks.join('')}`;
  }

  private mark(line: PlacedLine): void {
    const { at, nth } = line;
    this.marks.set(this.idOf(line), { at, nth });
    if (at > this.newest) this.newest = at;
  }

  private forgetTheSilent(): void {
    const newest = nanoseconds(this.newest);
    if (newest - nanoseconds(this.floor) > 2n * WINDOW) {
      this.floor = timeAt(newest - WINDOW);
    }
    for (const [id, { at }] of this.marks) {
      if (at <= this.floor) this.marks.delete(id);
    }
    if (this.ids.size > 4 * MOST_SOURCES) this.ids.clear();
    if (this.marks.size <= MOST_SOURCES) return;
    const byAge = [...this.marks].sort(([, a], [, b]) =>
      a.at < b.at ? -1 : 1,
    );
    for (const [id, { at }] of byAge.slice(0, -MOST_SOURCES)) {
      this.marks.delete(id);
      this.floor = at;
    }
  }

  private idOf({ pod, container }: Source): string {
    const name = `${pod}/${container}`;
    let id = this.ids.get(name);
    if (!id) {
      id = createHash('sha256').update(name).digest('base64url').slice(0, 6);
      this.ids.set(name, id);
    }
    return id;
  }
}

/** `2026-11-24T08:00:00.000000001` → since 1970. */
function nanoseconds(at: string): bigint {
  if (!at) return 0n;
  const seconds = Date.parse(`${at.slice(0, 19)}Z`) / 1000;
  return BigInt(seconds) * 1_000_000_000n + BigInt(at.slice(20));
}

function timeAt(time: bigint): string {
  if (time <= 0n) return '';
  const seconds = Number(time / 1_000_000_000n);
  const fraction = String(time % 1_000_000_000n).padStart(9, '0');
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction}`;
}

function integer(digits: string): bigint {
  return [...digits].reduce(
    (sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)),
    0n,
  );
}
