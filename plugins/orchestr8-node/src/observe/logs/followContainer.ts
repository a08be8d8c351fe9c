import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import { LogSource } from './LogQuery';
import { ReadMark } from './ReadMark';

/** Follows one container from the mark on until its log ends or the signal aborts. Rejects with a `ClusterError`. */
export async function followContainer(
  source: LogSource,
  options: {
    cluster: ClusterReader;
    mark: ReadMark;
    /** ISO 8601: nothing before, when nothing has been read yet. */
    since?: string;
    /** Nothing of what is there already, when nothing has been read yet. */
    fromNow?: boolean;
    signal: AbortSignal;
    onLine(line: LogLine): void;
  },
): Promise<void> {
  const { cluster, mark, signal, onLine } = options;
  const { pod, container } = source;
  const isRepeated = mark.repeats();
  const lines = cluster.logs(
    { ...source, name: pod },
    mark.since
      ? { follow: true, sinceTime: mark.since, signal }
      : {
          follow: true,
          sinceTime: options.since,
          tailLines: options.fromNow ? 0 : undefined,
          signal,
        },
  );
  for await (const { time, text } of lines) {
    if (isRepeated(time)) continue;
    mark.read(time);
    onLine({ time, pod, container, text });
  }
}

/** The container has not begun, or its pod has gone: nothing to be said, it will be tried again. */
export function isNotThere(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    (error.reason === 'not-found' || error.reason === 'invalid')
  );
}
