import { WrittenLine } from '../Cluster';
import { ApiRequests } from './ApiRequests';
import { LogSplitter } from './LogSplitter';

/** Bytes of one line that are kept, its time stamp among them. */
const LONGEST_LINE = 64 * 1024;
/** Milliseconds of silence after which a reading that has an end counts as broken. */
const SILENCE = 30_000;

/**
 * Opens one container's log with the kubelet's time stamps. A silent `follow`
 * stays open for as long as it takes; ends silently on abort. Rejects with a
 * `ClusterError`, or the signal's reason.
 */
export async function readLog(
  requests: ApiRequests,
  pod: { namespace: string; name: string; container: string },
  options: {
    follow?: boolean;
    tailLines?: number;
    sinceTime?: string;
    previous?: boolean;
    signal: AbortSignal;
  },
): Promise<AsyncGenerator<WrittenLine[]>> {
  const { signal, follow, tailLines, sinceTime, previous } = options;
  const { namespace, name, container } = pod;
  const chunks = await requests.open(
    {
      path: `/api/v1/namespaces/${encodeURIComponent(
        namespace,
      )}/pods/${encodeURIComponent(name)}/log`,
      query: {
        container,
        timestamps: true,
        follow: follow || undefined,
        previous: previous || undefined,
        tailLines,
        sinceTime,
      },
      accept: '*/*',
      verb: `give the log of container ${container} of`,
      object: { apiVersion: 'v1', kind: 'Pod', name, namespace },
      signal,
    },
    { silence: follow ? 0 : SILENCE },
  );
  return (async function* lines() {
    try {
      const splitter = new LogSplitter({ longest: LONGEST_LINE });
      for await (const chunk of chunks) {
        const some = splitter.push(chunk);
        if (some.length > 0) yield some.map(stamped);
      }
      const rest = splitter.rest();
      if (rest.length > 0) yield rest.map(stamped);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  })();
}

const STAMP = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)(?: |$)/;

/** A kubelet's own words in between, such as why it cannot go on, bear no time stamp. */
function stamped(line: string): WrittenLine {
  if (!STAMP.test(line)) return { time: '', text: line };
  const space = line.indexOf(' ');
  if (space < 0) return { time: line, text: '' };
  return { time: line.slice(0, space), text: line.slice(space + 1) };
}
