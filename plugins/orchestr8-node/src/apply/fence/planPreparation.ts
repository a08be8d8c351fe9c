import {
  KubernetesObject,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { isDeepStrictEqual } from 'node:util';
import { ClusterWriter } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import { grantOf, missingRight } from '../failureCauses/missingRight';

/** What preparing a cluster would do with one object. */
export interface PreparationStep {
  action: 'create' | 'update' | 'unchanged';
  object: KubernetesObject;
}

/** Whoever prepares the cluster may not do all of it; `rights` says what is missing, a sentence each. */
export class RightsMissing extends Error {
  constructor(cluster: string, readonly rights: readonly string[]) {
    super(
      `The cluster "${cluster}" cannot be prepared by whom the kubeconfig names: it takes an administrator's rights.`,
    );
    this.name = 'RightsMissing';
  }
}

/**
 * What applying the objects would change, found out by the API server's own
 * dry run; nothing is changed. All rights that are missing are named at once.
 *
 * @throws RightsMissing when not all of it may be done.
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function planPreparation(
  cluster: Pick<ClusterWriter, 'name' | 'apply' | 'get'>,
  objects: readonly KubernetesObject[],
): Promise<PreparationStep[]> {
  const steps: PreparationStep[] = [];
  const rights = new Set<string>();
  for (const object of objects) {
    const [live, trial] = await Promise.allSettled([
      cluster.get(refOf(object)),
      tried(cluster, object),
    ]);
    for (const outcome of [live, trial]) {
      if (outcome.status === 'fulfilled') continue;
      const error: unknown = outcome.reason;
      if (!(error instanceof ClusterError) || error.reason !== 'forbidden') {
        throw error;
      }
      const right = missingRight(error.message);
      rights.add(right ? grantOf(right) : error.message);
    }
    if (live.status === 'rejected' || trial.status === 'rejected') continue;
    steps.push({ object, action: actionFor(live.value, trial.value) });
  }
  if (rights.size > 0) throw new RightsMissing(cluster.name, [...rights]);
  return steps;
}

/** The object as the cluster would store it; absent while its namespace is not installed yet. */
async function tried(
  cluster: Pick<ClusterWriter, 'apply'>,
  object: KubernetesObject,
): Promise<KubernetesObject | undefined> {
  try {
    return (await cluster.apply(object, { force: true, dryRun: true })).object;
  } catch (error) {
    if (error instanceof ClusterError && error.reason === 'not-found') {
      return undefined;
    }
    throw error;
  }
}

function actionFor(
  live: KubernetesObject | undefined,
  trial: KubernetesObject | undefined,
): PreparationStep['action'] {
  if (!live || !trial) return 'create';
  return isDeepStrictEqual(contentOf(live), contentOf(trial))
    ? 'unchanged'
    : 'update';
}

/** What an administrator would call the object: all but the API server's own bookkeeping. */
function contentOf(object: KubernetesObject): object {
  const { status, metadata, ...rest } = object;
  const { labels, annotations } = metadata;
  return { ...rest, labels, annotations };
}

function refOf({ apiVersion, kind, metadata }: KubernetesObject): ObjectRef {
  const { name, namespace } = metadata;
  return { apiVersion, kind, name, ...(namespace ? { namespace } : {}) };
}
