import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Session } from '../../session/Session';
import { Local } from '../openLocal';

/** Lines that tell enough of why something did not come up. */
const LINES = 20;

/** The newest lines that the pods of a deployment wrote; empty when they cannot be read. */
export async function lastLines(
  { terminal }: Session,
  { door, cluster }: Pick<Local, 'door' | 'cluster'>,
  { module, namespace }: Deployment,
): Promise<string[]> {
  const lines: string[] = [];
  const watches = new door.SharedWatches(cluster, { lingerMs: 0 });
  try {
    const parts = door.streamLogs({
      logs: new door.SharedLogs(watches),
      module,
      namespace,
      tail: LINES,
      signal: terminal.signal,
    });
    for await (const part of parts) {
      if (part.type === 'notice') continue;
      lines.push(...part.lines.map(({ pod, text }) => `${pod} │ ${text}`));
    }
  } catch {
    // What is known without them is told.
  } finally {
    watches.close();
  }
  return lines;
}
