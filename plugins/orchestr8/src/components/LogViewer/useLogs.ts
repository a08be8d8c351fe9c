import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  LogEvent,
  LogLine,
  LogQuery,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { StreamState } from '../../primitives/keepReading';
import { useStream } from '../../primitives/useStream';
import { LogBuffer, LogEntry } from '../../primitives/log/LogBuffer';

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

/**
 * Reads the logs of all pods of a module. After a broken connection it goes on
 * from the latest line, without lines twice. `query` must be memoised.
 */
export function useLogs(module: string, query: LogQuery): Logs {
  const api = useApi(orchestr8ApiRef);
  // A new question begins with an empty buffer.
  const reading = useMemo(
    () => ({ module, query, buffer: new LogBuffer(CAPACITY), ended: false }),
    [module, query],
  );
  const [notices, setNotices] = useState<string[]>([]);
  const [error, setError] = useState<Error>();
  const flush = useFlush(reading.buffer);
  useEffect(() => {
    setNotices([]);
    setError(undefined);
  }, [reading]);

  const open = useCallback(
    (signal: AbortSignal) => {
      const { latest } = reading.buffer;
      const resumed = { ...query, tail: undefined, since: latest };
      return api.readLogs(module, latest ? resumed : query, { signal });
    },
    [api, module, query, reading],
  );
  const state = useStream<LogEvent>(open, {
    onItem: event => {
      setError(undefined);
      if (event.type === 'line') flush.add(event.line);
      if (event.type === 'end') reading.ended = true;
      if (event.type === 'notice') {
        setNotices(before => [...before, event.message].slice(-5));
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
  const waiting = useRef<LogLine[]>([]);
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
    add: (line: LogLine) => {
      waiting.current.push(line);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        buffer.add(waiting.current.splice(0));
        redraw(n => n + 1);
      }, FLUSH_MS);
    },
  };
}
