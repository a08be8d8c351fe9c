import { podStatus } from './podStatus.mjs';

/**
 * KWOK stages: what becomes of a simulated Pod, and when. A Pod behaves as
 * its annotation says, else as the tag of one of its images does:
 * crash, image-pull-failure (tag `missing`), slow, never-ready.
 */
const BEHAVIOUR = `(.metadata.annotations["playground.orchestr8.io/behaviour"] // (
  [.spec.containers[].image] |
  if any(endswith(":crash")) then "crash"
  elif any(endswith(":missing")) then "image-pull-failure"
  elif any(endswith(":slow")) then "slow"
  elif any(endswith(":never-ready")) then "never-ready"
  else "normal" end))`;

const WAITING = '.status.containerStatuses.[0].state.waiting.reason';
const RUNNING = '.status.containerStatuses.[0].state.running.startedAt';
const READY = '.status.conditions.[] | select(.type == "Ready") | .status';

const is = (key, ...values) => ({ key, operator: 'In', values });
const isNot = (key, ...values) => ({ key, operator: 'NotIn', values });
const has = key => ({ key, operator: 'Exists' });
const hasNot = key => ({ key, operator: 'DoesNotExist' });

const alive = hasNot('.metadata.deletionTimestamp');
/** Pods of Jobs, and those that run once by themselves, as a chart's tests do. */
const runsOnce = '(.spec.restartPolicy // "Always") != "Always"';

function stage(name, { when, after, event, status, ...next }) {
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

const warning = (reason, message) => ({ type: 'Warning', reason, message });
const normal = (reason, message) => ({ type: 'Normal', reason, message });

/** Back-off grows as a kubelet's does, but ends at a minute: nobody watches a playground for five. */
const backOff = [
  { restarts: ['0', '1'], after: [8000, 12000] },
  { restarts: ['2'], after: [18000, 22000] },
  { restarts: undefined, after: [45000, 60000] },
];

export const podStages = [
  stage('pod-create', {
    when: [alive, hasNot('.status.podIP')],
    after: [100, 500],
    event: normal('Pulling', 'Pulling the images of the simulated pod'),
    status: podStatus.creating,
  }),
  stage('pod-pull-fails', {
    when: [
      alive,
      is(BEHAVIOUR, 'image-pull-failure'),
      is(WAITING, 'ContainerCreating', 'ImagePullBackOff'),
    ],
    after: [1200, 2500],
    event: warning(
      'Failed',
      'Failed to pull image: rpc error: code = NotFound: manifest unknown',
    ),
    status: podStatus.pullFailed('ErrImagePull'),
  }),
  stage('pod-pull-backs-off', {
    when: [
      alive,
      is(BEHAVIOUR, 'image-pull-failure'),
      is(WAITING, 'ErrImagePull'),
    ],
    after: [2000, 4000],
    event: warning('BackOff', 'Back-off pulling image'),
    status: podStatus.pullFailed('ImagePullBackOff'),
  }),
  stage('pod-start', {
    when: [
      alive,
      isNot(BEHAVIOUR, 'image-pull-failure'),
      is(WAITING, 'ContainerCreating'),
    ],
    after: [300, 1300],
    event: normal('Started', 'Started container'),
    status: podStatus.running,
  }),
  stage('pod-ready', {
    when: [
      alive,
      is(BEHAVIOUR, 'normal'),
      has(RUNNING),
      isNot(READY, 'True'),
      isNot(runsOnce, 'true'),
    ],
    after: [500, 2000],
    status: podStatus.ready,
  }),
  stage('pod-ready-slowly', {
    when: [
      alive,
      is(BEHAVIOUR, 'slow'),
      has(RUNNING),
      isNot(READY, 'True'),
      isNot(runsOnce, 'true'),
    ],
    after: [20000, 35000],
    event: warning(
      'Unhealthy',
      'Readiness probe failed: HTTP probe failed with statuscode: 503',
    ),
    status: podStatus.ready,
  }),
  stage('pod-never-ready', {
    when: [
      alive,
      is(BEHAVIOUR, 'never-ready'),
      has(RUNNING),
      hasNot(`${READY} | select(. == "True")`),
    ],
    after: [5000, 10000],
    event: warning(
      'Unhealthy',
      'Readiness probe failed: HTTP probe failed with statuscode: 503',
    ),
    status: podStatus.unready,
  }),
  stage('pod-crash', {
    when: [
      alive,
      is(BEHAVIOUR, 'crash'),
      has(RUNNING),
      isNot(runsOnce, 'true'),
    ],
    after: [1500, 3000],
    event: warning('BackOff', 'Back-off restarting failed container'),
    status: podStatus.crashed,
  }),
  ...backOff.map(({ restarts, after }, index) =>
    stage(`pod-restart-${index}`, {
      when: [
        alive,
        is(BEHAVIOUR, 'crash'),
        is(WAITING, 'CrashLoopBackOff'),
        restarts
          ? is(
              '.status.containerStatuses.[0].restartCount | tostring',
              ...restarts,
            )
          : isNot(
              '.status.containerStatuses.[0].restartCount | tostring',
              '0',
              '1',
              '2',
            ),
      ],
      after,
      event: normal('Started', 'Started container'),
      status: podStatus.restarted,
    }),
  ),
  stage('pod-complete', {
    when: [
      alive,
      isNot(BEHAVIOUR, 'crash', 'never-ready'),
      has(RUNNING),
      is(runsOnce, 'true'),
    ],
    after: [1500, 4000],
    status: podStatus.ended('Completed', 0),
  }),
  stage('pod-fail', {
    when: [alive, is(BEHAVIOUR, 'crash'), has(RUNNING), is(runsOnce, 'true')],
    after: [1500, 4000],
    status: podStatus.ended('Error', 1),
  }),
  stage('pod-delete', {
    when: [has('.metadata.deletionTimestamp'), hasNot('.metadata.finalizers')],
    after: [300, 1200],
    delete: true,
  }),
];
