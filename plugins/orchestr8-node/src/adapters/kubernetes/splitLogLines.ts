/**
 * The lines that each chunk of bytes ends, without their line ends. Each is a
 * string of its own, so that keeping a few does not keep the chunk. Of a line
 * longer than `longest` bytes the beginning is kept, and how much is missing.
 */
export async function* splitLogLines(
  chunks: AsyncIterable<Uint8Array>,
  options: { longest: number },
): AsyncGenerator<string[]> {
  const { longest } = options;
  let begun: Buffer[] = [];
  let kept = 0;
  let missing = 0;

  const keep = (piece: Buffer) => {
    const room = Math.min(piece.length, longest - kept);
    // A copy: the piece would keep the chunk that it lies in.
    if (room > 0) begun.push(Buffer.from(piece.subarray(0, room)));
    kept += room;
    missing += piece.length - room;
  };
  const take = (end: Buffer): string => {
    keep(end);
    const line = textOf(Buffer.concat(begun, kept), missing);
    begun = [];
    kept = 0;
    missing = 0;
    return line;
  };

  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const lines: string[] = [];
    let from = 0;
    for (
      let end = bytes.indexOf(LINE_END);
      end >= 0;
      end = bytes.indexOf(LINE_END, from)
    ) {
      const isWhole = kept === 0 && end - from <= longest;
      lines.push(
        isWhole
          ? textOf(bytes.subarray(from, end), 0)
          : take(bytes.subarray(from, end)),
      );
      from = end + 1;
    }
    if (from < bytes.length) keep(bytes.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (kept > 0) yield [take(Buffer.alloc(0))];
}

const LINE_END = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function textOf(bytes: Buffer, missing: number): string {
  if (missing === 0) {
    const isReturned = bytes.at(-1) === CARRIAGE_RETURN;
    return bytes.toString('utf8', 0, bytes.length - Number(isReturned));
  }
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
