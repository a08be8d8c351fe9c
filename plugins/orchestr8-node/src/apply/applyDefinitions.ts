import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../adapters/ClusterError';
import { definedKinds, isOf } from '../adapters/definedKinds';
import { applyManifests } from './applyManifests';
import { Execution, persistently } from './Execution';
import { refsOf, waitUntilHealthy } from './waitUntilHealthy';

/** Milliseconds for which servers may still go by what a definition was before. */
const SETTLES = 10_000;

/**
 * Applies definitions of kinds and waits until the API server serves them, so
 * that what follows may use them. The clock of the deployment runs meanwhile.
 */
export async function applyDefinitions(
  execution: Execution,
  definitions: readonly Manifest[],
): Promise<void> {
  if (definitions.length > 0) {
    await applyManifests(execution, definitions);
    await waitUntilHealthy(execution, refsOf(definitions), 'apply');
    await untilServed(execution, definitions);
  }
  execution.live.watchDefined();
  await execution.live.settled();
}

/** Established is one server's word: its list of kinds follows, and other servers follow that. */
async function untilServed(
  execution: Execution,
  definitions: readonly Manifest[],
): Promise<void> {
  const { cluster, progress, signal } = execution;
  const kinds = definedKinds(definitions.map(({ object }) => object));
  await persistently(
    execution,
    async () => {
      const served = (await cluster.capabilities({ fresh: true, signal }))
        .kinds;
      const missing = kinds.find(kind => !served.some(one => isOf(one, kind)));
      if (!missing) return;
      throw new ClusterError(
        `The cluster "${cluster.name}" does not list ${missing.apiVersion} ${missing.kind} yet`,
        { cluster: cluster.name, reason: 'server' },
      );
    },
    error => progress.say('apply', `Waiting for a kind: ${error.message}`),
  );
  const { changes } = execution.planned.plan;
  const changed = kinds.filter(({ definition }) =>
    changes.some(
      ({ action, object }) => action === 'update' && object.name === definition,
    ),
  );
  execution.settling = { kinds, changed, until: Date.now() + SETTLES };
}
