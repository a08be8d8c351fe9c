import fc from 'fast-check';
import { splitLogLines } from './splitLogLines';

async function linesOf(chunks: Uint8Array[], longest = Infinity) {
  const lines: string[] = [];
  async function* source() {
    yield* chunks;
  }
  for await (const some of splitLogLines(source(), { longest })) {
    lines.push(...some);
  }
  return lines;
}

const bytes = (text: string) => new TextEncoder().encode(text);

function pieces(text: string, size: number): Uint8Array[] {
  const whole = bytes(text);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < whole.length; at += size) {
    chunks.push(whole.slice(at, at + size));
  }
  return chunks;
}

describe('splitLogLines', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 });
  const size = fc.integer({ min: 1, max: 7 });

  it('finds the same lines wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(texts, size, async (raw, cut) => {
        const lines = raw.map(line => line.replace(/[\r\n]/g, ''));
        const text = lines.map(line => `${line}\n`).join('');
        expect(await linesOf(pieces(text, cut))).toEqual(lines);
      }),
    );
  });

  it('keeps the beginning of a long line and tells how much is missing, wherever the bytes are cut', async () => {
    const long = fc
      .string({ unit: 'grapheme', minLength: 11 })
      .map(line => line.replace(/[\r\n]/g, 'x'));
    await fc.assert(
      fc.asyncProperty(long, size, async (line, cut) => {
        const [told, after] = await linesOf(pieces(`${line}\nz\n`, cut), 10);
        expect(after).toBe('z');
        const [, kept, missing] =
          /^(.*)… \(cut here: (\d+) more bytes\)$/s.exec(told)!;
        expect(line.startsWith(kept)).toBe(true);
        expect(bytes(kept).length).toBeLessThanOrEqual(10);
        expect(bytes(kept).length).toBeGreaterThanOrEqual(7);
        expect(bytes(kept).length + Number(missing)).toBe(bytes(line).length);
      }),
    );
  });

  it('leaves a line whole that is no longer than that', async () => {
    expect(await linesOf([bytes('0123456'), bytes('789\n')], 10)).toEqual([
      '0123456789',
    ]);
  });

  it('keeps a last line without an end, and drops carriage returns', async () => {
    expect(await linesOf([bytes('a\r\nb')])).toEqual(['a', 'b']);
  });

  it('gives empty lines', async () => {
    expect(await linesOf([bytes('\n'), bytes('\n\n')])).toEqual(['', '', '']);
  });
});
