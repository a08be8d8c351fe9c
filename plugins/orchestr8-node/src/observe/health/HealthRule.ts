import {
  Health,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Judges one live object. Pure. */
export type HealthRule = (object: KubernetesObject) => Health;

/** One entry of `status.conditions`. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** The condition of that type, if the object has it. */
export function conditionOf(
  object: KubernetesObject,
  type: string,
): Condition | undefined {
  const conditions = object.status?.conditions as Condition[] | undefined;
  return conditions?.find(condition => condition.type === type);
}

/** Its controller has not looked at the newest specification yet: all of its status is about the one before. */
export function notSeenYet(object: KubernetesObject): Health | undefined {
  const seen = object.status?.observedGeneration ?? 0;
  const wanted = object.metadata.generation ?? 0;
  return seen < wanted
    ? progressing('Its controller has not seen the newest version yet')
    : undefined;
}

export const HEALTHY: Health = { status: 'Healthy' };

export function progressing(message: string): Health {
  return { status: 'Progressing', message };
}

export function degraded(message: string): Health {
  return { status: 'Degraded', message };
}

export function suspended(message: string): Health {
  return { status: 'Suspended', message };
}

/** `1 of 3 pods ready`. */
export function countOf(have: number, want: number, what: string): string {
  return `${have} of ${want} ${want === 1 ? 'pod' : 'pods'} ${what}`;
}
