import { Leave } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { drawPlan } from '../output/drawPlan';
import { Session } from '../session/Session';
import { deployedLocally } from './deployedLocally';
import { LocalFlags } from './localFlags';
import { withLocal } from './openLocal';
import { planLocally } from './planLocally';
import { readLocalModule } from './readLocalModule';

/** Prints what deploying a folder to the cluster of a kubeconfig would change. */
export async function showPlanLocally(
  session: Session,
  given: string,
  flags: LocalFlags & { leave?: Leave[]; from?: string },
): Promise<void> {
  if (flags.from) {
    throw new CommandError(
      '--from does not go with --environment local: nothing is promoted to it.',
      { exitCode: EXIT.usage },
    );
  }
  await withLocal(session, flags, async local => {
    const { environment, door } = local;
    const module = await readLocalModule(session, local, given);
    const { plan } = await planLocally(session, local, {
      module,
      environment,
      deployed: await deployedLocally(local, environment),
      neighbours: await door.neighboursOf(module.folder),
      leave: flags.leave,
    });
    await session.printer.data(plan, style => drawPlan(plan, style));
  });
}
