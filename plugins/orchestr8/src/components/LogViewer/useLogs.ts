import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  LogEvent,
  LogQuery,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { StreamState } from '../../primitives/keepReading';
import { useStream } from '../../primitives/useStream';
import { LogBuffer, LogEntry, LogItem } from '../../primitives/log/LogBuffer';

/** Lines kept in the browser. */
export const CAPACITY = 20_000;
/** Lines are drawn together, this often. */
const FLUSH_MS = 100;
const HOPELESS = ['NotAllowedError', 'NotFoundError', 'InputError'];

/** A log as it is read. */
export interface Logs {
  entries: readonly LogEntry[];
  dropped: number;
  /** Words about the stream: a pod that came or went, a limit. */
  notices: readonly string[];
  state: StreamState;
  /** Why reading broke; while the state is `ended`, it stays so. */
  error?: Error;
}

/** What is being read, and how far. */
interface Reading {
  module: string;
  query: LogQuery;
  buffer: LogBuffer;
  /** Behind the last line that is kept. */
  cursor?: string;
  /** Lines that came without the cursor behind them yet: after a break they come again. */
  begun: LogItem[];
  ended: boolean;
}

/**
 * Reads the logs of all pods of a module. After a broken connection it goes on
 * behind the last line, with none left out and none twice. `query` must be memoised.
 */
export function useLogs(module: string, query: LogQuery): Logs {
  const api = useApi(orchestr8ApiRef);
  const [notices, setNotices] = useState<string[]>([]);
  const [error, setError] = useState<Error>();
  // A new question begins with an empty buffer.
  const reading = useMemo<Reading>(
    () => ({
      ...{ module, query },
      buffer: new LogBuffer(CAPACITY),
      begun: [],
      ended: false,
    }),
    [module, query],
  );
  const flush = useFlush(reading.buffer);
  useEffect(() => {
    setNotices([]);
    setError(undefined);
  }, [reading]);

  const open = useCallback(
    (signal: AbortSignal) => {
      const { cursor: after } = reading;
      reading.begun = [];
      const rest = { ...query, tail: undefined, since: undefined, after };
      return api.readLogs(module, after ? rest : query, { signal });
    },
    [api, module, query, reading],
  );
  const state = useStream<LogEvent>(open, {
    onItem: event => {
      setError(undefined);
      switch (event.type) {
        case 'line':
          reading.begun.push({ kind: 'line', line: event.line });
          if (!event.cursor) return;
          reading.cursor = event.cursor;
          flush.add(reading.begun.splice(0));
          return;
        case 'notice':
          if (event.dropped) {
            flush.add([{ kind: 'gap', message: event.message }]);
          } else {
            setNotices(before => [...before, event.message].slice(-5));
          }
          return;
        case 'end':
          reading.ended = true;
          return;
        default:
          throw new Error(`Unknown event: ${event satisfies never}`);
      }
    },
    isComplete: () => reading.ended,
    onBreak: failure => {
      setError(failure);
      return !HOPELESS.includes(failure.name);
    },
  });
  const { entries, dropped } = reading.buffer;
  return { entries, dropped, notices, state, error };
}

/** Collects lines and adds them to the buffer together, so that a flood draws few times. */
function useFlush(buffer: LogBuffer) {
  const [, redraw] = useState(0);
  const waiting = useRef<LogItem[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      waiting.current = [];
    },
    [buffer],
  );
  return {
    add: (items: readonly LogItem[]) => {
      waiting.current.push(...items);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        buffer.add(waiting.current.splice(0));
        redraw(n => n + 1);
      }, FLUSH_MS);
    },
  };
}
