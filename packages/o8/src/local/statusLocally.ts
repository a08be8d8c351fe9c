import { namespaceOf } from '@orchestr8/backstage-plugin-orchestr8-common';
import { drawStatus } from '../output/drawStatus';
import { Session } from '../session/Session';
import { LocalFlags } from './localFlags';
import { Local, withLocal } from './openLocal';

/** Prints what runs of a module in the cluster of a kubeconfig, told by the cluster alone. */
export async function statusLocally(
  session: Session,
  name: string,
  flags: LocalFlags & { watch: boolean },
): Promise<void> {
  const { printer, terminal } = session;
  await withLocal(session, flags, async local => {
    if (flags.watch) {
      await watch(session, local, name);
      return;
    }
    const entries = [
      await local.door.observeModule({
        ...observed(local, name),
        cluster: local.cluster,
      }),
    ];
    const now = terminal.now();
    await printer.data(entries, style => drawStatus(entries, style, { now }));
  });
}

async function watch(
  { terminal, printer }: Session,
  local: Local,
  name: string,
): Promise<void> {
  const { door, cluster } = local;
  const { signal } = terminal;
  const watches = new door.SharedWatches(cluster, { lingerMs: 0 });
  try {
    const seen = door.watchObservation(observed(local, name), {
      watches,
      signal,
    });
    for await (const entry of seen) {
      const now = terminal.now();
      await printer.item(entry, style => drawStatus([entry], style, { now }));
    }
  } finally {
    watches.close();
  }
}

function observed({ environment }: Local, module: string) {
  const namespace = namespaceOf(environment, module);
  return { module, environment: environment.name, namespace };
}
