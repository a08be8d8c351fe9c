import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { containerStatuses } from '../health/podHealth';

/** One run of a container: it is started again in the same pod, and the pod may be made again under the same name. */
export interface ContainerRun {
  pod: string;
  restarts: number;
  /** It has ended: all that it wrote is there. */
  hasEnded: boolean;
}

/** The newest run that has begun, as far as the pod's status says. */
export function runOf(
  pod: KubernetesObject,
  container: string,
): ContainerRun | undefined {
  const status = containerStatuses(pod).find(({ name }) => name === container);
  const { running, terminated } = status?.state ?? {};
  // Between two runs it waits, and the one before is told as the last.
  if (!running && !terminated && !status?.lastState?.terminated) {
    return undefined;
  }
  return {
    pod: pod.metadata.uid ?? '',
    restarts: status?.restartCount ?? 0,
    hasEnded: !running,
  };
}

export function isSameRun(a?: ContainerRun, b?: ContainerRun): boolean {
  return a?.pod === b?.pod && a?.restarts === b?.restarts;
}
