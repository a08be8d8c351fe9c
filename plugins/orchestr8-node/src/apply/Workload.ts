import {
  KubernetesObject,
  objectRef,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** One object that a deployment waits for, with what bears witness to it. */
export interface Workload {
  object: KubernetesObject;
  /** Pods of the newest version only: the failures of older ones are not this deployment's. */
  pods: KubernetesObject[];
  /** Newest ReplicaSet of a Deployment. */
  replicaSet?: KubernetesObject;
  /** Events about any of these, oldest first. */
  events: KubernetesObject[];
}

/** Where live objects are looked up. */
export interface LiveObjects {
  list(kind: string): KubernetesObject[];
}

/** The object with its pods and events as they are now. */
export function workloadOf(
  object: KubernetesObject,
  live: LiveObjects,
): Workload {
  const replicaSet =
    object.kind === 'Deployment' ? newestReplicaSet(object, live) : undefined;
  const owner = object.kind === 'Deployment' ? replicaSet : object;
  const owned = owner ? live.list('Pod').filter(pod => owns(owner, pod)) : [];
  const pods =
    object.kind === 'Pod'
      ? live.list('Pod').filter(pod => pod.metadata.uid === object.metadata.uid)
      : ofNewestRevision(object, owned);
  const witnesses = new Set(
    [object, replicaSet, ...pods].map(known => known?.metadata.uid),
  );
  const events = live
    .list('Event')
    .filter(event => witnesses.has(event.involvedObject?.uid))
    .sort((a, b) => eventTime(a).localeCompare(eventTime(b)));
  return { object, pods, replicaSet, events };
}

/** When an event was last seen, ISO 8601. */
export function eventTime(event: KubernetesObject): string {
  return (
    event.series?.lastObservedTime ??
    event.lastTimestamp ??
    event.eventTime ??
    event.metadata.creationTimestamp ??
    ''
  );
}

/** Events with one of these reasons, about one object where given; oldest first. */
export function eventsOf(
  workload: Workload,
  reasons: readonly string[],
  about?: KubernetesObject,
): KubernetesObject[] {
  return workload.events.filter(
    event =>
      reasons.includes(event.reason) &&
      (!about || event.involvedObject?.uid === about.metadata.uid),
  );
}

/** One event as a line of proof. */
export function eventLine(event: KubernetesObject): string {
  const { kind, name } = (event.involvedObject ?? {}) as Partial<ObjectRef>;
  return `${kind} ${name}: ${event.reason}: ${event.message}`;
}

/** Reference for a finding. */
export function refOf(object: KubernetesObject): ObjectRef {
  return objectRef(object);
}

function owns(owner: KubernetesObject, owned: KubernetesObject): boolean {
  return (owned.metadata.ownerReferences ?? []).some(
    reference => reference.controller && reference.uid === owner.metadata.uid,
  );
}

const REVISION = 'deployment.kubernetes.io/revision';

function newestReplicaSet(
  deployment: KubernetesObject,
  live: LiveObjects,
): KubernetesObject | undefined {
  const seen = deployment.status?.observedGeneration ?? 0;
  // Until the controller has seen the newest template, no ReplicaSet is of it.
  if (seen < (deployment.metadata.generation ?? 0)) return undefined;
  const revision = deployment.metadata.annotations?.[REVISION];
  return live
    .list('ReplicaSet')
    .find(
      set =>
        owns(deployment, set) &&
        set.metadata.annotations?.[REVISION] === revision,
    );
}

const HASH = 'controller-revision-hash';

function ofNewestRevision(
  owner: KubernetesObject,
  pods: KubernetesObject[],
): KubernetesObject[] {
  if (owner.kind === 'StatefulSet') {
    const wanted = owner.status?.updateRevision;
    return pods.filter(pod => pod.metadata.labels?.[HASH] === wanted);
  }
  if (owner.kind === 'DaemonSet') {
    const newest = [...pods].sort((a, b) =>
      (b.metadata.creationTimestamp ?? '').localeCompare(
        a.metadata.creationTimestamp ?? '',
      ),
    )[0]?.metadata.labels?.[HASH];
    return pods.filter(pod => pod.metadata.labels?.[HASH] === newest);
  }
  return pods;
}
