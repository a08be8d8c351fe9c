import { PlacedLine, sizeOf } from './Place';

/** The newest of the lines that are added in order: no more than so many, and no more bytes. */
export class NewestLines {
  private kept: PlacedLine[] = [];
  private from = 0;
  private bytes = 0;
  private seen = 0;

  constructor(private readonly options: { lines: number; maxBytes: number }) {}

  add(lines: readonly PlacedLine[]): void {
    const { lines: most, maxBytes } = this.options;
    for (const line of lines) {
      this.seen += 1;
      this.kept.push(line);
      this.bytes += sizeOf(line);
      while (
        this.kept.length - this.from > most ||
        (this.bytes > maxBytes && this.kept.length > this.from)
      ) {
        this.bytes -= sizeOf(this.kept[this.from]);
        this.from += 1;
      }
      // What has gone is let go of now and then, not at each line.
      if (this.from * 2 > this.kept.length) {
        this.kept = this.kept.slice(this.from);
        this.from = 0;
      }
    }
  }

  /** Lines that would have been among the newest, had there been room for their bytes. */
  get dropped(): number {
    const { lines: most } = this.options;
    return Math.min(most, this.seen) - (this.kept.length - this.from);
  }

  /** The lines, oldest first; it is empty afterwards. */
  take(): PlacedLine[] {
    const lines = this.kept.slice(this.from);
    this.kept = [];
    this.from = 0;
    this.bytes = 0;
    return lines;
  }
}
