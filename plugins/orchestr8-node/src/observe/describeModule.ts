import {
  Health,
  KubernetesObject,
  ObjectRef,
  PodObservation,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Inventory } from '../apply/Inventory';
import { containerStatuses, podHealth } from './health/podHealth';
import { conditionOf } from './health/HealthRule';
import { healthOf, missing } from './health/healthOf';
import { worstHealth } from './health/worstHealth';
import { ClusterObservation } from './ObserveOptions';

/** What was found of a module. `find` answers `'unread'` for a kind of which nothing can be known. */
export interface Findings {
  inventory: Inventory | undefined;
  pods: KubernetesObject[];
  find(ref: ObjectRef): KubernetesObject | undefined | { unread: string };
}

/** Health, replicas and pods from what was found. Pure. */
export function describeModule(
  found: Findings,
): Pick<
  ClusterObservation,
  'deployed' | 'health' | 'replicas' | 'pods' | 'objects'
> {
  const { inventory } = found;
  const pods = found.pods
    .map(describePod)
    .sort((a, b) => a.name.localeCompare(b.name));
  if (!inventory || inventory.state === 'deleted') {
    return {
      health: { status: 'Missing', message: 'It is not deployed here' },
      replicas: { ready: 0, desired: 0 },
      pods,
      objects: [],
    };
  }
  const replicas = { ready: 0, desired: 0 };
  const objects = inventory.objects.map(object => {
    const live = found.find(object);
    if (live && 'unread' in live) {
      return { object, health: unknown(live.unread) };
    }
    if (!live) {
      return { object, health: missing(`${object.kind} ${object.name}`) };
    }
    const count = replicasOf(live);
    replicas.ready += count.ready;
    replicas.desired += count.desired;
    return { object, health: healthOf(live) };
  });
  return {
    deployed: inventory.since
      ? {
          version: inventory.version,
          release: inventory.release,
          since: inventory.since,
        }
      : undefined,
    health: worstHealth([
      ...objects.map(({ health }) => health),
      ...found.pods.filter(isServing).map(troubleOf),
    ]),
    replicas,
    pods,
    objects,
  };
}

function unknown(message: string): Health {
  return { status: 'Unknown', message };
}

/** Pods of Jobs, and those that ended and have been replaced, do not make a module ill. */
function isServing(pod: KubernetesObject): boolean {
  if (pod.metadata.deletionTimestamp) return false;
  if (['Succeeded', 'Failed'].includes(pod.status?.phase)) return false;
  return !pod.metadata.ownerReferences?.some(owner => owner.kind === 'Job');
}

/** Of a pod only what is grave: that it is still starting is told by its owner. */
function troubleOf(pod: KubernetesObject): Health {
  const health = podHealth(pod);
  return health.status === 'Degraded'
    ? { ...health, message: `Pod ${pod.metadata.name}: ${health.message}` }
    : { status: 'Healthy' };
}

function describePod(pod: KubernetesObject): PodObservation {
  const containers = containerStatuses(pod);
  return {
    name: pod.metadata.name,
    phase: pod.metadata.deletionTimestamp
      ? 'Terminating'
      : pod.status?.phase ?? 'Unknown',
    ready: conditionOf(pod, 'Ready')?.status === 'True',
    restarts: containers.reduce((sum, c) => sum + (c.restartCount ?? 0), 0),
    containers: (pod.spec?.containers ?? []).map(
      (container: { name: string }) => container.name,
    ),
    health: healthOf(pod),
    createdAt: pod.metadata.creationTimestamp ?? '',
  };
}

function replicasOf(object: KubernetesObject): {
  ready: number;
  desired: number;
} {
  const { spec = {}, status = {} } = object;
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet':
      return { ready: status.readyReplicas ?? 0, desired: spec.replicas ?? 1 };
    case 'DaemonSet':
      return {
        ready: status.numberReady ?? 0,
        desired: status.desiredNumberScheduled ?? 0,
      };
    default:
      return { ready: 0, desired: 0 };
  }
}
