import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FailureWatch } from '../../FailureWatch';
import { workloadOf } from '../../Workload';

/** A Deployment with a ReplicaSet and a pod of the newest version, one of the version before, and events. */
export function world(given: {
  pod?: Record<string, unknown>;
  oldPod?: Record<string, unknown>;
  deployment?: Record<string, unknown>;
  replicaSet?: Record<string, unknown>;
  events?: { reason: string; message: string; about?: string }[];
}) {
  const owner = (kind: string, uid: string) => [
    { apiVersion: 'apps/v1', kind, name: uid, uid, controller: true },
  ];
  const revision = (n: number) => ({
    'deployment.kubernetes.io/revision': `${n}`,
  });
  const object: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'web',
      namespace: 'ns',
      uid: 'd',
      generation: 2,
      annotations: revision(2),
    },
    spec: { replicas: 1 },
    status: { observedGeneration: 2, ...given.deployment },
  };
  const replicaSet = (uid: string, n: number): KubernetesObject => ({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: uid,
      uid,
      annotations: revision(n),
      ownerReferences: owner('Deployment', 'd'),
    },
    status: n === 2 ? given.replicaSet : {},
  });
  const pod = (
    name: string,
    set: string,
    status?: Record<string, unknown>,
  ): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'ns',
      uid: name,
      labels: { 'orchestr8.io/module': 'shop' },
      ownerReferences: owner('ReplicaSet', set),
    },
    spec: { containers: [{ name: 'app', image: 'registry.example/web:1' }] },
    status: { phase: 'Pending', ...status },
  });
  const lists: Record<string, KubernetesObject[]> = {
    ReplicaSet: [replicaSet('rs-old', 1), replicaSet('rs-new', 2)],
    Pod: [
      pod('web-old', 'rs-old', given.oldPod),
      pod('web-new', 'rs-new', given.pod),
    ],
    Event: (given.events ?? []).map(({ about = 'web-new', ...event }, i) => ({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `e${i}` },
      involvedObject: { kind: 'Pod', name: about, uid: about },
      lastTimestamp: `2026-01-01T00:00:0${i}Z`,
      type: 'Warning',
      ...event,
    })),
  };
  return workloadOf(object, { list: kind => lists[kind] ?? [] });
}

/** A container that waits, as a kubelet reports it. */
export const waiting = (reason: string, message = '', more = {}) => ({
  containerStatuses: [
    { name: 'app', state: { waiting: { reason, message } }, ...more },
  ],
});
/** A container that ended and is waited with. */
export const crashed = (exitCode: number, reason = 'Error', restartCount = 3) =>
  waiting('CrashLoopBackOff', 'back-off 20s', {
    restartCount,
    lastState: { terminated: { exitCode, reason } },
  });
/** A pod that the scheduler left. */
export const unschedulable = (message: string, more = {}) => ({
  conditions: [
    { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message },
  ],
  ...more,
});
/** A ReplicaSet or Deployment that may not make pods. */
export const refused = (message: string) => ({
  conditions: [
    { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message },
  ],
});

/** The gravest cause that is certain, once everything transient has had its time. */
export function judge(given: Parameters<typeof world>[0]) {
  const watch = new FailureWatch();
  watch.examine(world(given), 0);
  const first = watch
    .examine(world(given), 60_000)
    .find(({ remaining }) => remaining <= 0);
  return first && { cause: first.cause.cause, ...first.finding };
}
