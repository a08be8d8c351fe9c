import { Leave, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ExitCode } from '../exit';
import { Session } from '../session/Session';
import { carryOutLocally } from './carryOutLocally';
import { CarryOutFlags, demandSense } from './deployLocally';
import { withLocal } from './openLocal';

/** Takes a module away from the cluster of a kubeconfig, by the inventory there. */
export async function deleteLocally(
  session: Session,
  module: string,
  flags: CarryOutFlags & { with?: Leave[]; ask(plan: Plan): Promise<void> },
): Promise<ExitCode> {
  demandSense(flags);
  const { yes, ask, timeout: timeoutMs, with: leave } = flags;
  return withLocal(session, flags, async local => {
    const { engine, cluster, environment } = local;
    const planned = await engine.planDeletion({
      module,
      environment,
      cluster,
      leave,
      now: new Date(session.terminal.now()).toISOString(),
    });
    return carryOutLocally(session, local, { planned, yes, ask, timeoutMs });
  });
}
