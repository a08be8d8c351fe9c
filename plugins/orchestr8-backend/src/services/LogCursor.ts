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
  /** By pod, then by container: asked for with each line. */
  private readonly ids = new Map<string, Map<string, string>>();
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

  /** Notes lines as told: of those of one container the last says it for all. */
  tell(lines: readonly PlacedLine[]): void {
    const marked = new Set<string>();
    for (let index = lines.length - 1; index >= 0; index--) {
      const line = lines[index];
      const id = this.idOf(line);
      if (marked.has(id)) continue;
      marked.add(id);
      this.marks.set(id, { at: line.at, nth: line.nth });
      if (line.at > this.newest) this.newest = line.at;
    }
  }

  /** How far a container has been told. */
  placeOf(source: Source): Place {
    const mark = this.marks.get(this.idOf(source));
    return mark ?? { at: this.floor, nth: Infinity };
  }

  toString(): string {
    this.forgetTheSilent();
    const { newest } = this;
    const marks = [...this.marks].map(
      ([id, { at, nth }]) =>
        `~${id}.${between(at, newest).toString(36)}.${nth.toString(36)}`,
    );
    const floor = between(this.floor, newest).toString(36);
    return `${nanoseconds(newest).toString(36)}.${floor}${marks.join('')}`;
  }

  private forgetTheSilent(): void {
    const { newest } = this;
    if (between(this.floor, newest) > 2n * WINDOW) {
      this.floor = timeAt(nanoseconds(newest) - WINDOW);
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
    let ofPod = this.ids.get(pod);
    if (!ofPod) {
      ofPod = new Map();
      this.ids.set(pod, ofPod);
    }
    let id = ofPod.get(container);
    if (!id) {
      const hash = createHash('sha256').update(`${pod}/${container}`);
      id = hash.digest('base64url').slice(0, 6);
      ofPod.set(container, id);
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

/** Nanoseconds from one to the other, as a plain number where that is exact: a cursor holds many of these. */
function between(earlier: string, later: string): number | bigint {
  if (earlier.slice(0, 16) !== later.slice(0, 16)) {
    return nanoseconds(later) - nanoseconds(earlier);
  }
  // Of the same minute.
  const seconds = Number(later.slice(17, 19)) - Number(earlier.slice(17, 19));
  return seconds * 1e9 + Number(later.slice(20)) - Number(earlier.slice(20));
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
