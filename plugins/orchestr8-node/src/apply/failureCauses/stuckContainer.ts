import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ContainerStatus,
  containerStatuses,
} from '../../observe/health/podHealth';
import { Workload } from '../Workload';

/** A container that waits for one of the given reasons, and its pod. */
export function stuckContainer(
  workload: Workload,
  reasons: readonly string[],
):
  | { pod: KubernetesObject; container: ContainerStatus; reason: string }
  | undefined {
  for (const pod of workload.pods) {
    for (const container of containerStatuses(pod)) {
      const reason = container.state?.waiting?.reason;
      if (reason && reasons.includes(reason)) return { pod, container, reason };
    }
  }
  return undefined;
}

/** Image of a container as the pod asks for it. */
export function imageOf(pod: KubernetesObject, container: string): string {
  const all = [
    ...(pod.spec?.initContainers ?? []),
    ...(pod.spec?.containers ?? []),
  ] as { name: string; image?: string }[];
  return all.find(({ name }) => name === container)?.image ?? '?';
}
