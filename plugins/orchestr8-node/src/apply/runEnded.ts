import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { healthOf } from '../observe/health/healthOf';

/**
 * Whether a Pod or Job has run to its good end. A Pod that serves is healthy
 * and has not ended: as a test it goes on.
 */
export function runEnded(object: KubernetesObject): boolean {
  return object.kind === 'Pod'
    ? object.status?.phase === 'Succeeded'
    : healthOf(object).status === 'Healthy';
}

/** What a Pod or Job that has not ended is at, in a sentence. */
export function runMessage(object: KubernetesObject): string {
  const { status, message } = healthOf(object);
  return status === 'Healthy' ? 'It runs' : message ?? status;
}
