import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** One container of one pod. */
export interface LogSource {
  namespace: string;
  pod: string;
  container: string;
}

/** Tells containers of one namespace apart. */
export function keyOf({ pod, container }: LogSource): string {
  return `${pod}/${container}`;
}

/** In words for people. */
export function describeSource({ pod, container }: LogSource): string {
  return `container ${container} of Pod ${pod}`;
}

/** The containers of a pod that are meant; those that run before the others first. */
export function sourcesOf(
  pod: KubernetesObject,
  wanted: { pod?: string; container?: string },
): LogSource[] {
  if (wanted.pod && pod.metadata.name !== wanted.pod) return [];
  const containers = [
    ...(pod.spec?.initContainers ?? []),
    ...(pod.spec?.containers ?? []),
  ] as { name: string }[];
  return containers
    .filter(({ name }) => !wanted.container || name === wanted.container)
    .map(({ name }) => ({
      namespace: pod.metadata.namespace!,
      pod: pod.metadata.name,
      container: name,
    }));
}
