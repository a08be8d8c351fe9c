import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../../adapters/ClusterError';
import { LogQuery, LogSource } from './LogQuery';
import { ReadMark } from './ReadMark';

/** Lines that are looked through, at most, for those that match. */
const GREP_DEPTH = 20_000;

/** The newest lines of one container that match, oldest first; a container that has not begun has none, and says so. */
export async function readTail(
  source: LogSource,
  query: Pick<LogQuery, 'cluster' | 'since' | 'previous' | 'signal'> & {
    tail: number;
    matches(text: string): boolean;
    filtered: boolean;
    /** Notes how far has been read. */
    mark: ReadMark;
  },
): Promise<{ lines: LogLine[]; notice?: string }> {
  const { cluster, tail, since, previous, signal, matches } = query;
  const { pod, container } = source;
  const lines: LogLine[] = [];
  if (tail === 0) return { lines };
  try {
    const read = cluster.logs(
      { ...source, name: pod },
      {
        tailLines: query.filtered ? GREP_DEPTH : tail,
        sinceTime: since,
        previous,
        signal,
      },
    );
    for await (const { time, text } of read) {
      query.mark.read(time);
      if (!matches(text)) continue;
      lines.push({ time, pod, container, text });
      // Cut now and then, not at each line.
      if (lines.length > 2 * tail) lines.splice(0, lines.length - tail);
    }
    return { lines: lines.slice(-tail) };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    if (error.reason === 'not-found') return { lines };
    return { lines, notice: noticeOf(source, error) };
  }
}

/** Why a log cannot be read, in words for people. */
export function noticeOf(source: LogSource, error: ClusterError): string {
  const who = `Container ${source.container} of Pod ${source.pod}`;
  if (/waiting to start/.test(error.message)) {
    return `${who} has not started yet`;
  }
  if (/previous terminated container/.test(error.message)) {
    return `${who} has not been restarted: it has no log from before`;
  }
  return `The log of ${who} cannot be read: ${error.message}`;
}
