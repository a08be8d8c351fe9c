import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  Condition,
  conditionOf,
  degraded,
  HEALTHY,
  HealthRule,
  progressing,
} from './HealthRule';

/** State of one container, as the kubelet reports it. */
export interface ContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  image?: string;
  state?: ContainerState;
  lastState?: ContainerState;
}

export interface ContainerState {
  running?: { startedAt?: string };
  waiting?: { reason?: string; message?: string };
  terminated?: {
    exitCode: number;
    reason?: string;
    message?: string;
    signal?: number;
    finishedAt?: string;
  };
}

/** Reasons for which a container waits that do not pass by themselves soon. */
const STUCK = new Set([
  'CrashLoopBackOff',
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

/** All containers of a pod, those that run before the others first. */
export function containerStatuses(pod: KubernetesObject): ContainerStatus[] {
  return [
    ...(pod.status?.initContainerStatuses ?? []),
    ...(pod.status?.containerStatuses ?? []),
  ];
}

/** Healthy once ready, or succeeded. */
export const podHealth: HealthRule = object => {
  const phase: string = object.status?.phase ?? 'Unknown';
  if (phase === 'Succeeded') return HEALTHY;
  if (phase === 'Failed') return degraded(whyFailed(object));
  for (const container of containerStatuses(object)) {
    const { waiting } = container.state ?? {};
    if (waiting?.reason && STUCK.has(waiting.reason)) {
      return degraded(
        `Container ${container.name}: ${[waiting.reason, waiting.message]
          .filter(Boolean)
          .join(': ')}`,
      );
    }
  }
  const scheduled = conditionOf(object, 'PodScheduled');
  if (scheduled?.status === 'False') {
    return progressing(
      `No node takes it: ${scheduled.message ?? scheduled.reason}`,
    );
  }
  const ready = conditionOf(object, 'Ready');
  if (phase === 'Running' && ready?.status === 'True') return HEALTHY;
  return progressing(whyNotReady(object, ready));
};

function whyFailed(pod: KubernetesObject): string {
  const ended = containerStatuses(pod).find(c => c.state?.terminated?.exitCode);
  if (ended) {
    const { exitCode, reason } = ended.state!.terminated!;
    return `Container ${ended.name} ended with exit code ${exitCode}${
      reason ? ` (${reason})` : ''
    }`;
  }
  return (
    [pod.status?.reason, pod.status?.message].filter(Boolean).join(': ') ||
    'It failed'
  );
}

function whyNotReady(
  pod: KubernetesObject,
  ready: Condition | undefined,
): string {
  for (const container of containerStatuses(pod)) {
    const { waiting, running, terminated } = container.state ?? {};
    if (waiting) {
      return `Container ${container.name} is being started${
        waiting.reason ? ` (${waiting.reason})` : ''
      }`;
    }
    if (running && container.ready === false) {
      return `Container ${container.name} runs and is not ready yet`;
    }
    if (terminated?.exitCode) {
      return `Container ${container.name} ended with exit code ${terminated.exitCode}`;
    }
  }
  return ready?.message ?? 'It is not ready yet';
}
