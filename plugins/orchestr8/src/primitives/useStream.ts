import { useEffect, useRef, useState } from 'react';
import { keepReading, StreamHandlers, StreamState } from './keepReading';
import { useVisible } from './useVisible';

type Open<T> = (signal: AbortSignal) => AsyncIterable<T>;

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

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
