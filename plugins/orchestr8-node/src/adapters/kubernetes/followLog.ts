import { ApiRequests } from './ApiRequests';
import { splitLines } from './splitLines';

/** Characters of one line that are kept. */
const LONGEST_LINE = 16_384;

/**
 * Lines of one container's log with the kubelet's timestamps. A silent
 * `follow` stays open for as long as it takes; ends silently on abort.
 */
export async function* followLog(
  requests: ApiRequests,
  pod: { namespace: string; name: string; container: string },
  options: {
    follow?: boolean;
    tailLines?: number;
    sinceTime?: string;
    previous?: boolean;
    signal: AbortSignal;
  },
): AsyncGenerator<{ time: string; text: string }> {
  const { signal, follow, tailLines, sinceTime, previous } = options;
  const { namespace, name, container } = pod;
  try {
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
      { silence: 0 },
    );
    for await (const line of splitLines(chunks, { longest: LONGEST_LINE })) {
      const space = line.indexOf(' ');
      const time = space < 0 ? line : line.slice(0, space);
      yield { time, text: space < 0 ? '' : line.slice(space + 1) };
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
