import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { WrittenLine } from '../../adapters/Cluster';
import { LogSource } from './LogSource';
import { timeKey } from './timeKey';

/**
 * Where a line stands in the log of its container: the newest time stamp up to
 * it, and how many lines so far stand there. Who reads the same log anew finds
 * the same places, so that readings join without a gap or a repetition.
 */
export interface Place {
  /** As {@link timeKey} writes it. */
  readonly at: string;
  /** From 1; 0 is before the first. */
  readonly nth: number;
}

/** A line and its place. */
export interface PlacedLine extends LogLine, Place {}

/** Before every line. */
export const BEGINNING: Place = { at: '', nth: 0 };

export function isAfter(place: Place, other: Place): boolean {
  return (
    place.at > other.at || (place.at === other.at && place.nth > other.nth)
  );
}

/** The time stamp to read again from so that the place is met again; `undefined` for the beginning. */
export function secondOf({ at }: Place): string | undefined {
  return at ? `${at.slice(0, 19)}Z` : undefined;
}

/** Gives the lines of one reading their places, in the order in which they were written. */
export class Placing {
  private at = '';
  private nth = 0;
  private time?: string;

  constructor(private readonly source: LogSource) {}

  place({ time, text }: WrittenLine): PlacedLine {
    const key = timeKey(time);
    if (key > this.at) {
      this.at = key;
      this.nth = 0;
    }
    this.nth += 1;
    if (key) this.time = time;
    const { pod, container } = this.source;
    return {
      // A line without a stamp was written when the one before it was.
      time: key ? time : this.time ?? new Date().toISOString(),
      pod,
      container,
      text,
      at: this.at,
      nth: this.nth,
    };
  }

  /** The place of the last line. */
  get last(): Place {
    return { at: this.at, nth: this.nth };
  }
}

/** Bytes that a line takes up in memory, at most: two for each character, and what every line needs. */
export function sizeOf({ text }: LogLine): number {
  return 256 + 2 * text.length;
}
