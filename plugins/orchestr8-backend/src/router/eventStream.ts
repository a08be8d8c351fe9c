import { Response } from 'express';

/** Time between signs of life on a silent stream, so that proxies keep it open. */
const HEARTBEAT_MS = 15_000;

/** One server-sent event; `id` is the cursor that a reader comes back with. */
export interface StreamEvent {
  event: string;
  data: unknown;
  id?: string | number;
}

/** The server's end of a stream of events. */
export interface EventStream {
  /** Aborts when the reader has gone. */
  signal: AbortSignal;
  /** Resolves when the reader can take more: a slow reader slows the source down, memory stays flat. */
  send(event: StreamEvent): Promise<void>;
  end(): void;
}

/** Opens a stream of server-sent events as answer to a request. */
export function openEventStream(res: Response): EventStream {
  const closed = new AbortController();
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  const write = (text: string): boolean => {
    const more = res.write(text);
    // Present when a compression middleware holds bytes back.
    (res as { flush?: () => void }).flush?.();
    return more;
  };
  write(': open\n\n');
  const heartbeat = setInterval(() => write(': alive\n\n'), HEARTBEAT_MS);
  const close = () => {
    clearInterval(heartbeat);
    closed.abort();
  };
  res.on('close', close);
  return {
    signal: closed.signal,
    async send({ event, data, id }) {
      if (closed.signal.aborted) {
        return;
      }
      const head = id === undefined ? '' : `id: ${id}\n`;
      const room = write(
        `${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
      );
      if (!room) {
        await drained(res, closed.signal);
      }
    },
    end() {
      close();
      res.end();
    },
  };
}

function drained(res: Response, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      res.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    res.once('drain', done);
    signal.addEventListener('abort', done);
  });
}
