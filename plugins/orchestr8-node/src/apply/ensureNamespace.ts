import {
  DeploymentFailure,
  KubernetesObject,
  Manifest,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { applyObject } from './applyObject';
import { Execution, persistently } from './Execution';
import { waitUntilGone } from './waitUntilGone';

/** Applies the module's Namespace; one that is just being deleted is waited for and made anew. */
export async function ensureNamespace(
  execution: Execution,
  manifest: Manifest,
): Promise<void> {
  const { object } = manifest;
  const { there } = execution;
  if (!there || there.namespace === 'terminating') {
    await untilFree(execution, object);
  }
  await applyObject(execution, object);
}

/** Waits until a namespace that is being deleted is gone. */
async function untilFree(
  execution: Execution,
  object: KubernetesObject,
): Promise<void> {
  const { cluster, progress, signal } = execution;
  const ref = objectRef(object);
  const found = await persistently(
    execution,
    () => cluster.get(ref, { signal }),
    error => progress.say('apply', `Waiting for the cluster: ${error.message}`),
  );
  if (!found?.metadata.deletionTimestamp) return;
  await waitUntilGone(execution, [ref], {
    step: 'apply',
    stuck: doesNotEnd,
  });
}

function doesNotEnd(namespace: KubernetesObject): DeploymentFailure {
  const conditions = (namespace.status?.conditions ?? []) as {
    type: string;
    status: string;
    message: string;
  }[];
  return {
    cause: 'namespace-terminating',
    message: `Namespace ${namespace.metadata.name} is being deleted and does not end`,
    object: objectRef(namespace),
    evidence: conditions
      .filter(({ status }) => status === 'True')
      .map(({ type, message }) => `${type}: ${message}`),
    remedy:
      'See which finalizers keep it (the evidence says), or deploy to another namespace.',
  };
}
