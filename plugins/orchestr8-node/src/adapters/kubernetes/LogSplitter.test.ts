import fc from 'fast-check';
import { LogSplitter } from './LogSplitter';

function linesOf(chunks: Uint8Array[], longest = Infinity): string[] {
  const splitter = new LogSplitter({ longest });
  return [...chunks.flatMap(chunk => splitter.push(chunk)), ...splitter.rest()];
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

describe('LogSplitter', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 });
  const size = fc.integer({ min: 1, max: 7 });

  it('finds the same lines wherever the bytes are cut', () => {
    fc.assert(
      fc.property(texts, size, (raw, cut) => {
        const lines = raw.map(line => line.replace(/[\r\n]/g, ''));
        const text = lines.map(line => `${line}\n`).join('');
        expect(linesOf(pieces(text, cut))).toEqual(lines);
      }),
    );
  });

  it('keeps the beginning of a long line and tells how much is missing, wherever the bytes are cut', () => {
    const long = fc
      .string({ unit: 'grapheme', minLength: 11 })
      .map(line => line.replace(/[\r\n]/g, 'x'));
    fc.assert(
      fc.property(long, size, (line, cut) => {
        const [told, after] = linesOf(pieces(`${line}\nz\n`, cut), 10);
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

  it('leaves a line whole that is no longer than that', () => {
    expect(linesOf([bytes('0123456'), bytes('789\n')], 10)).toEqual([
      '0123456789',
    ]);
  });

  it('keeps a last line without an end, and drops carriage returns', () => {
    expect(linesOf([bytes('a\r\nb')])).toEqual(['a', 'b']);
  });

  it('gives empty lines', () => {
    expect(linesOf([bytes('\n'), bytes('\n\n')])).toEqual(['', '', '']);
  });
});
