import {
  KubernetesObject,
  objectKey,
  objectRef,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { ClusterReader } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';

/** Milliseconds between looks where the kind may be read and not watched. */
const LOOK_AGAIN = 1_000;

/** What is told of objects on their way out. */
export interface Departure {
  signal: AbortSignal;
  /** With the object as it stands there now, or without when it is gone. */
  onStaying(key: string, object?: KubernetesObject): Promise<void>;
  onTrouble(error: ClusterError): Promise<void>;
}

/**
 * Follows objects of one kind and namespace until all are gone, or the signal
 * aborts. A kind that the cluster does not know any more has no objects.
 */
export async function followDeparture(
  cluster: Pick<ClusterReader, 'get' | 'watch'>,
  refs: readonly ObjectRef[],
  departure: Departure,
): Promise<void> {
  try {
    await byWatch(cluster, refs, departure);
  } catch (error) {
    if (departure.signal.aborted) return;
    if (!(error instanceof ClusterError)) throw error;
    if (error.reason === 'not-found') {
      for (const ref of refs) await departure.onStaying(objectKey(ref));
      return;
    }
    await departure.onTrouble(error);
    await byLooking(cluster, refs, departure);
  }
}

async function byWatch(
  cluster: Pick<ClusterReader, 'watch'>,
  refs: readonly ObjectRef[],
  { signal, onStaying, onTrouble }: Departure,
): Promise<void> {
  const [first] = refs;
  const left = new Set(refs.map(ref => objectKey(ref)));
  const seen = new Set<string>();
  const gone = async (key: string) => {
    if (left.delete(key)) await onStaying(key);
  };
  for await (const event of cluster.watch(first, {
    namespace: first.namespace,
    ...(refs.length === 1
      ? { fieldSelector: `metadata.name=${first.name}` }
      : { metadataOnly: true }),
    signal,
  })) {
    if (event.type === 'interrupted') {
      await onTrouble(event.error);
    } else if (event.type === 'synced') {
      for (const key of left) if (!seen.has(key)) await gone(key);
    } else if ('object' in event) {
      const { object } = event;
      const key = objectKey(objectRef(object));
      if (!left.has(key)) continue;
      seen.add(key);
      if (event.type === 'deleted' || !isLeaving(object)) await gone(key);
      else await onStaying(key, object);
    }
    if (left.size === 0) return;
  }
}

async function byLooking(
  cluster: Pick<ClusterReader, 'get'>,
  refs: readonly ObjectRef[],
  { signal, onStaying, onTrouble }: Departure,
): Promise<void> {
  const left = [...refs];
  while (left.length > 0 && !signal.aborted) {
    try {
      const [ref] = left;
      const object = await cluster.get(ref, { signal });
      const stays = object && isLeaving(object);
      await onStaying(objectKey(ref), stays ? object : undefined);
      if (!stays) {
        left.shift();
        continue;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ClusterError && error.retryable)) throw error;
      await onTrouble(error);
    }
    await delay(LOOK_AGAIN, undefined, { signal }).catch(() => {});
  }
}

/** Not so: it was made anew. */
function isLeaving({ metadata }: KubernetesObject): boolean {
  return metadata.deletionTimestamp !== undefined;
}
