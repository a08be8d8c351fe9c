import { ApiError } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Session } from './Session';

/** How long contact with the portal may be lost, milliseconds: it may be starting anew. */
const PATIENCE_MS = 180_000;
/** Milliseconds between attempts, at least and at most. */
const PAUSE_MS = { least: 250, most: 5_000 };
/** Times that the portal may end the stream before its end without having said anything new. */
const MOST_IDLE = 5;

/** How to know that a stream is over, and what to say when it cannot be read on. */
export interface ReadOnOptions {
  signal: AbortSignal;
  /** All has been said; absent: whatever ends in good order is over. */
  isOver?: () => boolean;
}

/**
 * Reads a stream of the portal to its end. One that breaks is opened again
 * (`open` goes on from where it was, by its cursor), for as long as the portal
 * may be starting anew; an abort ends it quietly. Rejects with what the portal
 * refuses, and with the last failure once contact was lost for too long.
 */
export async function* readOn<T>(
  { terminal, printer }: Pick<Session, 'terminal' | 'printer'>,
  open: () => AsyncIterable<T>,
  options: ReadOnOptions,
): AsyncGenerator<T> {
  const { signal, isOver = () => true } = options;
  let heardAt = terminal.now();
  let lost = false;
  let pause = PAUSE_MS.least;
  for (let idle = 0; idle < MOST_IDLE; ) {
    try {
      for await (const value of open()) {
        if (lost) printer.say('The portal is back.');
        lost = false;
        idle = 0;
        pause = PAUSE_MS.least;
        yield value;
        heardAt = terminal.now();
      }
      if (isOver() || signal.aborted) return;
      heardAt = terminal.now();
      idle += 1;
    } catch (error) {
      if (signal.aborted) return;
      if (!mayPass(error) || terminal.now() - heardAt > PATIENCE_MS) {
        throw error;
      }
      if (!lost) {
        printer.say(
          `Contact with the portal is lost (${reasonOf(
            error,
          )}); reading on when it is back.`,
        );
      }
      lost = true;
    }
    await terminal.wait(pause, signal);
    if (signal.aborted) return;
    pause = Math.min(pause * 2, PAUSE_MS.most);
  }
}

/** A connection that broke, and a portal that is not there or not ready; not what it refuses. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError
    ? [502, 503, 504].includes(error.problem.status)
    : error instanceof TypeError || error instanceof SyntaxError;
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { message?: string } };
  return cause?.message || message;
}
