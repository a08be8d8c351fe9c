import { LogPart } from './LogQuery';
import { PlacedLine } from './Place';

/** Lines that are missing because there was no room for them; it stands where the first of them did. */
export class LogGap {
  readonly at: string;
  dropped = 0;
  private readonly from: string;
  private until: string;
  private last: string;

  /** `arrived`: when the first line came, in milliseconds. */
  constructor(first: PlacedLine, readonly arrived: number) {
    this.at = first.at;
    this.last = first.at;
    this.from = first.time;
    this.until = first.time;
  }

  add(lines: readonly PlacedLine[]): void {
    const { at, time } = lines[lines.length - 1];
    this.dropped += lines.length;
    if (at < this.last) return;
    this.last = at;
    this.until = time;
  }

  /** Told in words, and as a count. */
  get part(): LogPart {
    const { dropped, from, until } = this;
    const what =
      dropped === 1
        ? `One line, of ${from}, was`
        : `${dropped} lines, from ${from} to ${until}, were`;
    return {
      type: 'notice',
      message: `${what} dropped here: they came faster than they were read`,
      dropped,
    };
  }
}
