import { useEffect, useRef, useState } from 'react';

/** How a live connection stands. */
export type StreamState = 'connecting' | 'live' | 'reconnecting' | 'ended';

/** What to do with a stream. */
export interface StreamHandlers<T> {
  onItem(item: T): void;
  /** Whether a stream that closed has said all there was to say. */
  isComplete?(): boolean;
}

const BACKOFF_MS = [500, 1_000, 2_000, 5_000, 10_000];

/**
 * Reads a stream for as long as the component lives and opens it again, ever
 * slower, when the connection breaks. `open` must be memoised; `undefined`
 * means nothing to read.
 */
export function useStream<T>(
  open: ((signal: AbortSignal) => AsyncIterable<T>) | undefined,
  handlers: StreamHandlers<T>,
): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    if (!open) {
      setState('ended');
      return undefined;
    }
    const controller = new AbortController();
    setState('connecting');
    readForever(open, controller.signal, {
      setState,
      handlers: () => latest.current,
    });
    return () => controller.abort();
  }, [open]);
  return state;
}

async function readForever<T>(
  open: (signal: AbortSignal) => AsyncIterable<T>,
  signal: AbortSignal,
  options: {
    setState: (state: StreamState) => void;
    handlers: () => StreamHandlers<T>;
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
      if (!signal.aborted && handlers().isComplete?.()) {
        setState('ended');
        return;
      }
    } catch {
      // A broken connection is shown as `reconnecting`; what is wrong for good is
      // reported by the request that loads the same data.
    }
    if (signal.aborted) return;
    setState('reconnecting');
    await pause(BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)], signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
