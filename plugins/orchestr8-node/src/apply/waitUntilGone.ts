import {
  DeploymentFailure,
  formatObjectRef,
  KubernetesObject,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DeploymentFailed } from './DeploymentFailed';
import { Execution } from './Execution';
import { followDeparture } from './followDeparture';

/** How the wait is told, and how it ends when it was in vain. */
export interface DepartureOptions {
  /** Step of the deployment; `prune`. */
  step?: 'apply' | 'hooks' | 'prune';
  /** Why an object that is still there at the deadline stays; absent: its finalizers. */
  stuck?(object: KubernetesObject): DeploymentFailure;
}

/**
 * Waits, by watches, until objects that were deleted are gone: finalizers may
 * keep them. Fails at the deadline, naming what does. An object that somebody
 * made anew meanwhile is not the one that was deleted.
 */
export async function waitUntilGone(
  execution: Execution,
  refs: readonly ObjectRef[],
  options: DepartureOptions = {},
): Promise<void> {
  const { step = 'prune', stuck = stuckByFinalizers } = options;
  const { cluster, progress, signal, deadline } = execution;
  const staying = new Map<string, KubernetesObject>();
  const tell = async () => {
    const [object] = staying.values();
    if (object) await progress.say(step, waitingFor(object));
  };
  const inTime = AbortSignal.timeout(Math.max(0, deadline - Date.now()));
  await Promise.all(
    groupsOf(refs).map(group =>
      followDeparture(cluster, group, {
        signal: AbortSignal.any([signal, inTime]),
        onStaying: async (key, object) => {
          if (object) staying.set(key, object);
          else staying.delete(key);
          await tell();
        },
        onTrouble: error =>
          progress.say(step, `Waiting for the cluster: ${error.message}`),
      }),
    ),
  );
  signal.throwIfAborted();
  const [object] = staying.values();
  if (object) throw new DeploymentFailed(stuck(object));
}

/** Objects of one kind and namespace: one watch serves them all. */
function groupsOf(refs: readonly ObjectRef[]): ObjectRef[][] {
  const groups = new Map<string, ObjectRef[]>();
  for (const ref of refs) {
    const key = `${ref.apiVersion} ${ref.kind} ${ref.namespace}`;
    groups.set(key, [...(groups.get(key) ?? []), ref]);
  }
  return [...groups.values()];
}

function waitingFor(object: KubernetesObject): string {
  const finalizers = finalizersOf(object).join(', ');
  return `Waiting until ${nameOf(object)} is gone${
    finalizers ? ` (${finalizers})` : ''
  }`;
}

function stuckByFinalizers(object: KubernetesObject): DeploymentFailure {
  const finalizers = finalizersOf(object);
  return {
    cause: 'deletion-stuck',
    message: `${nameOf(object)} was deleted and does not go${
      finalizers.length > 0 ? `: ${finalizers.join(', ')} must agree` : ''
    }`,
    object: refOf(object),
    evidence: finalizers.map(name => `finalizer ${name}`),
    remedy:
      'See that the controllers of its finalizers run, and what they wait for; if one is gone for good, an administrator takes its finalizer off. Then do it again.',
  };
}

function finalizersOf(object: KubernetesObject): string[] {
  return (object.metadata.finalizers ?? []) as string[];
}

function refOf({ apiVersion, kind, metadata }: KubernetesObject): ObjectRef {
  const { name, namespace } = metadata;
  return { apiVersion, kind, name, ...(namespace ? { namespace } : {}) };
}

function nameOf(object: KubernetesObject): string {
  return formatObjectRef(refOf(object));
}
