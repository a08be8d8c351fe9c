import { namespaceOf } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { drawLogLine } from '../output/drawLogLine';
import { Session } from '../session/Session';
import { LocalFlags } from './localFlags';
import { withLocal } from './openLocal';

/** What to read. */
export interface LogFlags {
  /** Absent: 100, or all with `since`. */
  tail?: number;
  follow: boolean;
  /** Milliseconds back from now. */
  since?: number;
  previous: boolean;
  pod?: string;
  container?: string;
  grep?: string;
}

/** Prints the log of a module in the cluster of a kubeconfig. */
export async function readLogsLocally(
  session: Session,
  module: string,
  flags: LocalFlags & LogFlags,
): Promise<void> {
  const { printer, terminal } = session;
  const { tail, follow, previous, pod, container, grep, since } = flags;
  await withLocal(session, flags, async ({ door, cluster, environment }) => {
    const watches = new door.SharedWatches(cluster, { lingerMs: 0 });
    const about = {
      logs: new door.SharedLogs(watches),
      module,
      namespace: namespaceOf(environment, module),
      pod,
      container,
      signal: terminal.signal,
    };
    try {
      await asUsage(async () => {
        door.matcherOf(grep);
        await door.demandSource(about);
      });
      const parts = door.streamLogs({
        ...about,
        tail,
        follow,
        previous,
        grep,
        since:
          since === undefined
            ? undefined
            : new Date(terminal.now() - since).toISOString(),
      });
      for await (const part of parts) {
        if (part.type === 'notice') {
          printer.say(part.message);
          continue;
        }
        for (const { time, pod: from, container: of, text } of part.lines) {
          const line = { time, pod: from, container: of, text };
          await printer.item(line, style => drawLogLine(line, style));
        }
      }
    } finally {
      watches.close();
    }
  });
}

/** What is asked for wrongly is wrong use; all other errors stay what they are. */
async function asUsage(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'InputError') throw error;
    throw new CommandError(error.message, { exitCode: EXIT.usage });
  }
}
