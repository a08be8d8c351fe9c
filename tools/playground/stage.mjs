import {
  CRASHES,
  PULL_FAILURES,
  START_FAILURES,
  VOLUME_FAILURES,
} from './failures.mjs';
import { BEHAVIOUR_ANNOTATION, TAGS } from './podStatus.mjs';

/** Names of the behaviours, by what they keep a Pod from. */
export const [notPulled, notStarted, crashing, volumes] = [
  PULL_FAILURES,
  START_FAILURES,
  CRASHES,
  VOLUME_FAILURES,
].map(Object.keys);
const behaviours = [
  'slow',
  'never-ready',
  'pod-evicted',
  ...notPulled,
  ...notStarted,
  ...crashing,
  ...volumes,
];

/**
 * How a Pod behaves: as its annotation says, else as the tag of one of its
 * images does: slow, never-ready, pod-evicted, or one of `failures.mjs`.
 */
export const BEHAVIOUR = `(.metadata.annotations["${BEHAVIOUR_ANNOTATION}"] // first(
  .spec.containers[].image | split(":") | last | ${JSON.stringify(
    TAGS,
  )}[.] // . |
  select(IN(${behaviours.map(name => `"${name}"`).join(', ')}))
) // "normal")`;

export const WAITING = '.status.containerStatuses.[0].state.waiting.reason';
export const RUNNING = '.status.containerStatuses.[0].state.running.startedAt';
export const READY =
  '.status.conditions.[] | select(.type == "Ready") | .status';

export const is = (key, ...values) => ({ key, operator: 'In', values });
export const isNot = (key, ...values) => ({ key, operator: 'NotIn', values });
export const has = key => ({ key, operator: 'Exists' });
export const hasNot = key => ({ key, operator: 'DoesNotExist' });

export const alive = hasNot('.metadata.deletionTimestamp');
/** Pods of Jobs, and those that run once by themselves, as a chart's tests do. */
export const runsOnce = '(.spec.restartPolicy // "Always") != "Always"';

/** A KWOK stage of Pods: `after` (least and most, milliseconds) it is so, what becomes of them. */
export function stage(name, { when, after, event, status, ...next }) {
  const [durationMilliseconds, jitterDurationMilliseconds] = after;
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name },
    spec: {
      resourceRef: { apiGroup: 'v1', kind: 'Pod' },
      selector: { matchExpressions: when },
      delay: { durationMilliseconds, jitterDurationMilliseconds },
      next: {
        ...(event && { event }),
        ...(status && { statusTemplate: status }),
        ...next,
      },
    },
  };
}

export const warning = (reason, message) => ({
  type: 'Warning',
  reason,
  message,
});
export const normal = (reason, message) => ({
  type: 'Normal',
  reason,
  message,
});
