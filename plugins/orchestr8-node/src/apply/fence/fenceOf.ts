import { ClusterReader } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import {
  FENCE_NAME,
  FENCE_VERSION,
  FENCE_VERSION_LABEL,
  FENCING_VERSIONS,
} from './fenceObjects';

/** Whether a cluster refuses the writes of runs that have been overtaken. */
export interface Fence {
  fenced: boolean;
  /** The cluster was prepared by an earlier version: it fences, and lacks what came later. */
  outdated?: true;
  /** One sentence for the page. */
  message: string;
}

const BINDING = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  name: FENCE_NAME,
};
const REMEDY = 'Install the fence with "o8 cluster prepare".';
/** Milliseconds that an answer holds: fences come and go with an operator's hand. */
const HOLDS = 60_000;

const known = new WeakMap<object, { at: number; fence: Fence }>();

/**
 * Looks whether the cluster fences; asks it at most once a minute.
 *
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function fenceOf(
  cluster: ClusterReader,
  options: { signal?: AbortSignal } = {},
): Promise<Fence> {
  const before = known.get(cluster);
  if (before && Date.now() - before.at < HOLDS) return before.fence;
  const fence = await look(cluster, options);
  known.set(cluster, { at: Date.now(), fence });
  return fence;
}

/** Makes the next look ask the cluster again. */
export function forgetFence(cluster: ClusterReader): void {
  known.delete(cluster);
}

async function look(
  cluster: ClusterReader,
  options: { signal?: AbortSignal },
): Promise<Fence> {
  const { name } = cluster;
  try {
    const binding = await cluster.get(BINDING, options);
    if (!binding) {
      return {
        fenced: false,
        message: `The fence is not enforced: the cluster "${name}" does not fence, and a portal process that was stopped in the midst of a deployment could still write when it wakes. ${REMEDY}`,
      };
    }
    const version = binding.metadata.labels?.[FENCE_VERSION_LABEL] ?? 'none';
    if (version === FENCE_VERSION) {
      return {
        fenced: true,
        message: `The cluster "${name}" refuses writes of deployments that have been overtaken.`,
      };
    }
    return FENCING_VERSIONS.includes(version)
      ? {
          fenced: true,
          outdated: true,
          message: `The cluster "${name}" was prepared by an earlier version of Orchestr8 (${version}, not ${FENCE_VERSION}): it refuses writes of deployments that have been overtaken, and lacks what came later. Prepare it again with "o8 cluster prepare".`,
        }
      : {
          fenced: false,
          message: `The fence is not enforced: that of the cluster "${name}" is of another version (${version}, not ${FENCE_VERSION}). ${REMEDY}`,
        };
  } catch (error) {
    if (error instanceof ClusterError && error.reason === 'forbidden') {
      return {
        fenced: false,
        message: `The fence is not enforced: whether the cluster "${name}" has one may not be read. ${REMEDY}`,
      };
    }
    throw error;
  }
}
