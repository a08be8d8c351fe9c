/** How a live connection stands. */
export type StreamState =
  | 'connecting'
  | 'live'
  | 'reconnecting'
  /** There is nothing more to come, or no use in trying again. */
  | 'ended';

/** What to do with a stream. */
export interface StreamHandlers<T> {
  onItem(item: T): void;
  /** Whether a stream that closed has said all there was to say. */
  isComplete?(): boolean;
  /** The connection broke. Returns whether to try again; without it, always. */
  onBreak?(error: Error): boolean;
}

type Open<T> = (signal: AbortSignal) => AsyncIterable<T>;

const BACKOFF_MS = [500, 1_000, 2_000, 5_000, 10_000];

/**
 * Reads a stream until the signal aborts, it is complete, or there is no use in
 * trying again; opens it anew, ever slower, when the connection breaks.
 */
export async function keepReading<T>(
  open: Open<T>,
  signal: AbortSignal,
  options: {
    handlers: () => StreamHandlers<T>;
    setState: (state: StreamState) => void;
  },
): Promise<void> {
  const { setState, handlers } = options;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const item of open(signal)) {
        if (signal.aborted) return;
        failures = 0;
        setState('live');
        handlers().onItem(item);
      }
      if (handlers().isComplete?.()) break;
    } catch (error) {
      if (signal.aborted) return;
      const again = handlers().onBreak?.(error as Error) ?? true;
      if (!again) break;
    }
    setState('reconnecting');
    await pause(BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)], signal);
  }
  setState('ended');
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
