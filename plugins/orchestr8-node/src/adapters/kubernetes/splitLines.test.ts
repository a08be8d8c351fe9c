import fc from 'fast-check';
import { splitLines } from './splitLines';

async function linesOf(chunks: Uint8Array[], longest?: number) {
  const lines: string[] = [];
  async function* source() {
    yield* chunks;
  }
  for await (const line of splitLines(source(), { longest })) lines.push(line);
  return lines;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('splitLines', () => {
  it('finds the same lines wherever the bytes are cut', async () => {
    const text = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.integer({ min: 1, max: 7 }),
        async (raw, size) => {
          const lines = raw.map(line => line.replace(/[\r\n\uFEFF]/g, ''));
          const whole = bytes(lines.map(line => `${line}\n`).join(''));
          const chunks: Uint8Array[] = [];
          for (let at = 0; at < whole.length; at += size) {
            chunks.push(whole.slice(at, at + size));
          }
          expect(await linesOf(chunks)).toEqual(lines);
        },
      ),
    );
  });

  it('keeps a last line without an end, and drops carriage returns', async () => {
    expect(await linesOf([bytes('a\r\nb')])).toEqual(['a', 'b']);
  });

  it('cuts a runaway line', async () => {
    const chunks = [bytes('x'.repeat(8)), bytes('y'.repeat(8)), bytes('\nz\n')];
    expect(await linesOf(chunks, 10)).toEqual(['xxxxxxxxyy…', 'z']);
  });
});
