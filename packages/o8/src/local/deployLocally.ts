import { Leave } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT, ExitCode } from '../exit';
import { Session } from '../session/Session';
import { carryOutLocally } from './carryOutLocally';
import { deployedLocally } from './deployedLocally';
import { deployNeighbours } from './deployNeighbours';
import { LocalFlags } from './localFlags';
import { withLocal } from './openLocal';
import { planLocally } from './planLocally';
import { readLocalModule } from './readLocalModule';

/** The options of verbs that carry plans out. */
export interface CarryOutFlags extends LocalFlags {
  yes: boolean;
  approve: boolean;
  wait: boolean;
  timeout?: number;
}

/** Deploys a folder straight to the cluster of a kubeconfig. */
export async function deployLocally(
  session: Session,
  given: string,
  flags: CarryOutFlags & { leave?: Leave[]; withDependencies: boolean },
): Promise<ExitCode> {
  demandSense(flags);
  const { yes, leave, timeout: timeoutMs } = flags;
  return withLocal(session, flags, async local => {
    const { environment, door } = local;
    const module = await readLocalModule(session, local, given);
    const [deployed, neighbours] = await Promise.all([
      deployedLocally(local, environment),
      door.neighboursOf(module.folder),
    ]);
    const known = { module, environment, deployed, neighbours };
    if (flags.withDependencies) {
      await deployNeighbours(session, local, { ...known, yes, timeoutMs });
    }
    const planned = await planLocally(session, local, { ...known, leave });
    return carryOutLocally(session, local, { planned, yes, timeoutMs });
  });
}

/** Refuses what only the portal can do: nobody approves here, and nobody goes on when we leave. */
export function demandSense(
  flags: Pick<CarryOutFlags, 'approve' | 'wait'>,
): void {
  const refuse = (message: string) => {
    throw new CommandError(message, { exitCode: EXIT.usage });
  };
  if (flags.approve) {
    refuse('--approve does not go with --environment local: it has no gates.');
  }
  if (!flags.wait) {
    refuse(
      '--no-wait does not go with --environment local: this program deploys itself, and nobody would go on.',
    );
  }
}
