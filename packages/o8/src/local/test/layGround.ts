import type { PlannedDeployment } from '../../cluster';
import { Local } from '../openLocal';

/** What API servers ask for before they look at anything else, in this order. */
const GROUND = ['Namespace', 'ServiceAccount'];

/** Makes the scratch namespace and the identities in it, so that everything else can be tried in its own place. */
export async function layGround(
  { cluster }: Pick<Local, 'cluster'>,
  { plan, manifests }: PlannedDeployment,
): Promise<void> {
  const { module, namespace } = plan;
  const writer = cluster.writingAs({ module, namespace });
  for (const kind of GROUND) {
    for (const { object, hook } of manifests) {
      if (object.kind === kind && !hook) await writer.apply(object);
    }
  }
}
