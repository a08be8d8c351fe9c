const LINE_END = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts a log into its lines, without their line ends. Each is a string of its
 * own, so that keeping a few does not keep the chunk. Of a line longer than
 * `longest` bytes the beginning is kept, and how much is missing.
 */
export class LogSplitter {
  private begun: Buffer[] = [];
  private kept = 0;
  private missing = 0;

  constructor(private readonly options: { longest: number }) {}

  /** The lines that these bytes end. */
  push(chunk: Uint8Array): string[] {
    const { longest } = this.options;
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const lines: string[] = [];
    let from = 0;
    for (
      let end = bytes.indexOf(LINE_END);
      end >= 0;
      end = bytes.indexOf(LINE_END, from)
    ) {
      const isWhole = this.kept === 0 && end - from <= longest;
      lines.push(
        isWhole
          ? textOf(bytes, from, end)
          : this.take(bytes.subarray(from, end)),
      );
      from = end + 1;
    }
    if (from < bytes.length) this.keep(bytes.subarray(from));
    return lines;
  }

  /** The last line, where the log does not end with a line end. */
  rest(): string[] {
    return this.kept > 0 ? [this.take(Buffer.alloc(0))] : [];
  }

  private keep(piece: Buffer): void {
    const room = Math.min(piece.length, this.options.longest - this.kept);
    // A copy: the piece would keep the chunk that it lies in.
    if (room > 0) this.begun.push(Buffer.from(piece.subarray(0, room)));
    this.kept += room;
    this.missing += piece.length - room;
  }

  private take(end: Buffer): string {
    this.keep(end);
    const bytes = Buffer.concat(this.begun, this.kept);
    const line =
      this.missing === 0
        ? textOf(bytes, 0, bytes.length)
        : beginningOf(bytes, this.missing);
    this.begun = [];
    this.kept = 0;
    this.missing = 0;
    return line;
  }
}

function textOf(bytes: Buffer, from: number, end: number): string {
  const isReturned = end > from && bytes[end - 1] === CARRIAGE_RETURN;
  return bytes.toString('utf8', from, end - Number(isReturned));
}

function beginningOf(bytes: Buffer, missing: number): string {
  const end = endOfCharacters(bytes);
  const cut = missing + bytes.length - end;
  return `${bytes.toString('utf8', 0, end)}… (cut here: ${cut} more bytes)`;
}

/** Where the last whole character of UTF-8 ends. */
function endOfCharacters(bytes: Buffer): number {
  let start = bytes.length - 1;
  while (start > 0 && (bytes[start] & 0xc0) === 0x80) start -= 1;
  const first = bytes[start];
  const size = [0xf0, 0xe0, 0xc0].findIndex(least => first >= least);
  const needs = size < 0 ? 1 : 4 - size;
  return start + needs <= bytes.length ? bytes.length : start;
}
