import { setTimeout as delay } from 'node:timers/promises';
import { ClusterError } from '../ClusterError';

/** Milliseconds: first pause, and the longest that a `Retry-After` may make us wait. */
const FIRST_PAUSE = 150;
const LONGEST_PAUSE = 10_000;

/** Pause before attempt `attempt + 1` (0-based): doubling, with full jitter so that many clients spread out. */
export function backoff(
  attempt: number,
  options: { first?: number; longest?: number } = {},
): number {
  const { first = FIRST_PAUSE, longest = LONGEST_PAUSE } = options;
  const ceiling = Math.min(longest, first * 2 ** attempt);
  return ceiling / 2 + Math.random() * (ceiling / 2);
}

/** Tries again what may succeed the next time, honouring the server's `Retry-After`. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  options: { attempts?: number; signal?: AbortSignal } = {},
): Promise<T> {
  const { attempts = 4, signal } = options;
  for (let tried = 0; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      const last = tried + 1 >= attempts;
      if (last || !(error instanceof ClusterError) || !error.retryable) {
        throw error;
      }
      const asked = error.retryAfter ? error.retryAfter * 1000 : 0;
      const pause = Math.max(backoff(tried), Math.min(asked, LONGEST_PAUSE));
      await delay(pause, undefined, { signal }).catch(() => {
        throw signal?.reason;
      });
    }
  }
}
