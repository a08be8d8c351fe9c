import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { chunksOf } from './chunksOf';

const asItIs = (error: Error) => error;

async function textsOf(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = [];
  for await (const chunk of chunks) texts.push(Buffer.from(chunk).toString());
  return texts;
}

describe('chunksOf', () => {
  it('gives what comes in one turn of the event loop together', async () => {
    const body = new PassThrough();
    const chunks = chunksOf(body, asItIs);
    const first = chunks.next();
    await turn();
    body.write('a');
    body.write('b');
    expect(Buffer.from((await first).value).toString()).toBe('ab');
    body.end('c');
    expect(await textsOf(chunks)).toEqual(['c']);
  });

  it('gives nothing of an empty body', async () => {
    const body = new PassThrough();
    body.end();
    expect(await textsOf(chunksOf(body, asItIs))).toEqual([]);
  });

  it('rejects with the described error after what came before it', async () => {
    const body = new PassThrough();
    const chunks = chunksOf(body, ({ message }) => new Error(`No: ${message}`));
    const first = chunks.next();
    body.write('a');
    await turn();
    body.destroy(new Error('cut'));
    expect(Buffer.from((await first).value).toString()).toBe('a');
    await expect(chunks.next()).rejects.toThrow('No: cut');
  });

  it('keeps an error for its reader that comes before the first is asked for', async () => {
    const body = new PassThrough();
    const chunks = chunksOf(body, asItIs);
    body.destroy(new Error('cut'));
    await turn();
    await expect(chunks.next()).rejects.toThrow('cut');
  });

  it('says so when the body is closed before its end', async () => {
    const body = new PassThrough();
    const chunks = chunksOf(body, asItIs);
    body.destroy();
    await expect(chunks.next()).rejects.toThrow('closed before its end');
  });

  it('holds the body up while nobody reads, and loses nothing of it', async () => {
    const body = new PassThrough({ highWaterMark: 16 * 1024 });
    const chunks = chunksOf(body, asItIs);
    const piece = 'x'.repeat(16 * 1024);
    const first = chunks.next();
    let written = 0;
    while (written < 1_000 && !body.writableNeedDrain) {
      body.write(piece);
      written += 1;
      await turn();
    }
    expect(body.writableNeedDrain).toBe(true);
    body.end();
    const rest = await textsOf(chunks);
    const length = (await first).value.length + rest.join('').length;
    expect(length).toBe(written * piece.length);
  });

  it('destroys the body when its reader stops', async () => {
    const body = new PassThrough();
    body.write('a');
    for await (const chunk of chunksOf(body, asItIs)) {
      expect(chunk).toHaveLength(1);
      break;
    }
    expect(body.destroyed).toBe(true);
  });
});
