import { useEffect, useRef, useState } from 'react';
import { useVisible } from './useVisible';

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
 * Reads a stream for as long as the component lives and opens it again, ever
 * slower, when the connection breaks. `open` must be memoised; `undefined`
 * means nothing to read.
 *
 * A tab behind others lets its connection go: over HTTP/1.1 a browser has six for
 * the whole portal, and a seventh tab would wait for ever.
 */
export function useStream<T>(
  open: Open<T> | undefined,
  handlers: StreamHandlers<T>,
): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const latest = useRef(handlers);
  latest.current = handlers;
  const finished = useRef<Open<T>>();
  const visible = useVisible();

  useEffect(() => {
    if (!open || finished.current === open) {
      setState('ended');
      return undefined;
    }
    if (!visible) {
      setState('reconnecting');
      return undefined;
    }
    const { signal, abort } = abortable();
    setState('connecting');
    keepReading(open, signal, {
      handlers: () => latest.current,
      setState: next => {
        if (signal.aborted) return;
        if (next === 'ended') finished.current = open;
        setState(next);
      },
    });
    return abort;
  }, [open, visible]);
  return state;
}

async function keepReading<T>(
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

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
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
