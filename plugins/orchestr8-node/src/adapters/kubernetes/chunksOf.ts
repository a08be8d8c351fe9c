import { Readable } from 'node:stream';

/** Bytes that may wait for their reader before the body is held up. */
const MOST_BYTES = 256 * 1024;

/**
 * The bytes of a body as they come, those of one turn of the event loop
 * together: what many small pieces cost is paid once. A slow reader holds the
 * body up. Rejects with what `describe` makes of the body's error, after all
 * that came before it; the body is destroyed when its reader stops.
 */
export function chunksOf(
  body: Readable,
  describe: (error: Error) => unknown,
): AsyncGenerator<Uint8Array> {
  // It may fail before it is read.
  const pending = new PendingBytes(body);
  return (async function* chunks() {
    try {
      for (;;) {
        const chunk = await pending.next();
        if (!chunk) return;
        yield chunk;
      }
    } catch (error) {
      throw describe(error as Error);
    } finally {
      body.destroy();
    }
  })();
}

/** What has come of a body and has not been read. */
class PendingBytes {
  private pieces: Buffer[] = [];
  private size = 0;
  private end?: { error?: Error };
  private isFlowing = false;
  private isDue = false;
  private wake = () => {};

  constructor(private readonly body: Readable) {
    body.on('end', () => this.finish());
    body.on('error', error => this.finish(error));
    body.on('close', () => this.finish(new Error('closed before its end')));
  }

  /** Undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    if (!this.isFlowing) this.begin();
    while (this.isDue || (this.size === 0 && !this.end)) {
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
    if (this.size > 0) return this.take();
    if (this.end?.error) throw this.end.error;
    return undefined;
  }

  private begin(): void {
    this.isFlowing = true;
    this.body.on('data', (piece: Buffer) => {
      this.pieces.push(piece);
      this.size += piece.length;
      if (this.size >= MOST_BYTES) this.body.pause();
      this.ringSoon();
    });
  }

  private take(): Uint8Array {
    const { pieces, size, body } = this;
    this.pieces = [];
    this.size = 0;
    if (body.isPaused()) body.resume();
    return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, size);
  }

  private finish(error?: Error): void {
    this.end ??= { error };
    this.ringSoon();
  }

  private ringSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    setImmediate(() => {
      this.isDue = false;
      this.wake();
    });
  }
}
