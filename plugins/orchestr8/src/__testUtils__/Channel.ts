class Reader<T> {
  readonly #queue: IteratorResult<T, undefined>[] = [];
  #wake: (() => void) | undefined;

  take(result: IteratorResult<T, undefined>): void {
    this.#queue.push(result);
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    for (;;) {
      const result = this.#queue.shift();
      if (result) return result;
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }
}

/** A stream that a test writes to; every reader gets what is written while it reads. */
export class Channel<T> {
  readonly #readers = new Set<Reader<T>>();

  /** How many read now. */
  get readers(): number {
    return this.#readers.size;
  }

  push(item: T): void {
    this.#readers.forEach(reader => reader.take({ value: item, done: false }));
  }

  /** Ends the stream for whoever reads now, as a closed connection does. */
  close(): void {
    this.#readers.forEach(reader =>
      reader.take({ value: undefined, done: true }),
    );
  }

  async *read(signal: AbortSignal): AsyncGenerator<T> {
    const reader = new Reader<T>();
    this.#readers.add(reader);
    const stop = () => reader.take({ value: undefined, done: true });
    signal.addEventListener('abort', stop);
    try {
      for (;;) {
        const result = await reader.next();
        if (result.done) return;
        yield result.value;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      this.#readers.delete(reader);
    }
  }
}
