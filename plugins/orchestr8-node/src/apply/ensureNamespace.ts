import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { applyObject } from './applyObject';
import { DeploymentFailed } from './DeploymentFailed';
import { Execution, persistently } from './Execution';

/** Milliseconds between looks at a namespace that is going. */
const LOOK_AGAIN = 500;

/** Applies the module's Namespace; one that is just being deleted is waited for and made anew. */
export async function ensureNamespace(
  execution: Execution,
  manifest: Manifest,
): Promise<void> {
  const { object } = manifest;
  const { there } = execution;
  if (!there || there.namespace === 'terminating') {
    await namespaceFree(execution, object.metadata.name);
  }
  await applyObject(execution, object);
}

/** Waits until a namespace that is being deleted is gone. */
async function namespaceFree(
  execution: Execution,
  name: string,
): Promise<void> {
  const { cluster, progress, signal, deadline } = execution;
  const ref = { apiVersion: 'v1', kind: 'Namespace', name };
  for (;;) {
    const found = await persistently(
      execution,
      () => cluster.get(ref, { signal }),
      error =>
        progress.say('apply', `Waiting for the cluster: ${error.message}`),
    );
    if (!found?.metadata.deletionTimestamp) return;
    if (Date.now() > deadline) {
      throw new DeploymentFailed({
        cause: 'namespace-terminating',
        message: `Namespace ${ref.name} is being deleted and does not end`,
        object: ref,
        evidence: (found.status?.conditions ?? [])
          .filter((c: { status: string }) => c.status === 'True')
          .map(
            (c: { type: string; message: string }) => `${c.type}: ${c.message}`,
          ),
        remedy:
          'See which finalizers keep it (the evidence says), or deploy to another namespace.',
      });
    }
    await progress.say(
      'apply',
      `Waiting for the old Namespace ${ref.name} to be gone`,
    );
    await delay(LOOK_AGAIN, undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
  }
}
