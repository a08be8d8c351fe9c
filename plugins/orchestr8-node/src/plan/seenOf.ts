import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Names one state of a live object: it is the same as long as nobody wrote to it. */
export function seenOf({ metadata }: KubernetesObject): string {
  return `${metadata.uid}/${metadata.resourceVersion}`;
}
