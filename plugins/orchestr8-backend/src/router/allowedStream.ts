import { Response } from 'express';
import { EventStream, openEventStream } from './eventStream';
import { problemDocument } from './problemDocument';

/** How often a reader must still be allowed to read on, milliseconds. */
const RECHECK_MS = 60_000;

/**
 * Opens a stream that ends once the reader may not have it any more: the
 * permission was taken back, or the sign-in is over. Who comes back is told so.
 */
export function openAllowedStream(
  res: Response,
  demand: () => Promise<void>,
  options: { everyMs?: number } = {},
): EventStream {
  const stream = openEventStream(res);
  const recheck = setInterval(() => {
    demand().catch(error => {
      // That nobody can be asked just now takes nothing back.
      if ([401, 403].includes(problemDocument(error).status)) stream.end();
    });
  }, options.everyMs ?? RECHECK_MS);
  stream.signal.addEventListener('abort', () => clearInterval(recheck));
  return stream;
}
