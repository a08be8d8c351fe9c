import { EVICTION, VOLUME_FAILURES } from './failures.mjs';
import { podStatus } from './podStatus.mjs';
import {
  alive,
  BEHAVIOUR,
  crashing,
  has,
  is,
  isNot,
  normal,
  notPulled,
  notStarted,
  runsOnce,
  RUNNING,
  stage,
  WAITING,
  warning,
} from './stage.mjs';

/** Back-off grows as a kubelet's does, but ends at a minute: nobody watches a playground for five. */
const backOff = [
  { restarts: ['0', '1'], after: [8000, 12000] },
  { restarts: ['2'], after: [18000, 22000] },
  { restarts: undefined, after: [45000, 60000] },
];

/** What becomes of simulated Pods that fail. */
export const failureStages = [
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
  stage('pod-pull-is-refused', {
    when: [
      alive,
      is(WAITING, 'ContainerCreating', 'ImagePullBackOff'),
      is(BEHAVIOUR, ...notPulled.filter(name => name !== 'image-pull-failure')),
    ],
    after: [1200, 2500],
    event: warning('Failed', 'Error: ErrImagePull'),
    status: podStatus.pullFailed('ErrImagePull'),
  }),
  stage('pod-pull-backs-off', {
    when: [alive, is(WAITING, 'ErrImagePull'), is(BEHAVIOUR, ...notPulled)],
    after: [2000, 4000],
    event: warning('BackOff', 'Back-off pulling image'),
    status: podStatus.pullFailed('ImagePullBackOff'),
  }),
  stage('pod-is-not-started', {
    when: [
      alive,
      is(WAITING, 'ContainerCreating'),
      is(BEHAVIOUR, ...notStarted),
    ],
    after: [1200, 2500],
    event: warning('Failed', 'Error: the container cannot be started'),
    status: podStatus.notStarted,
  }),
  ...Object.entries(VOLUME_FAILURES).map(([name, { reason, message }]) =>
    stage(`pod-waits-for-volume-${reason.toLowerCase()}`, {
      when: [alive, is(WAITING, 'ContainerCreating'), is(BEHAVIOUR, name)],
      after: [1200, 2500],
      event: warning(reason, message),
    }),
  ),
  stage('pod-crash', {
    when: [
      alive,
      has(RUNNING),
      is(BEHAVIOUR, ...crashing.filter(name => name !== 'probe-kills')),
      isNot(runsOnce, 'true'),
    ],
    after: [1500, 3000],
    event: warning('BackOff', 'Back-off restarting failed container'),
    status: podStatus.crashed,
  }),
  stage('pod-is-killed', {
    when: [
      alive,
      has(RUNNING),
      is(BEHAVIOUR, 'probe-kills'),
      isNot(runsOnce, 'true'),
    ],
    after: [1500, 3000],
    event: warning(
      'Unhealthy',
      'Liveness probe failed: HTTP probe failed with statuscode: 500',
    ),
    status: podStatus.crashed,
  }),
  stage('pod-evict', {
    when: [
      alive,
      has(RUNNING),
      is(BEHAVIOUR, 'pod-evicted'),
      isNot('.status.phase', 'Failed'),
    ],
    after: [1500, 3000],
    event: warning(EVICTION.reason, EVICTION.message),
    status: podStatus.evicted,
  }),
  ...backOff.map(({ restarts, after }, index) =>
    stage(`pod-restart-${index}`, {
      when: [
        alive,
        is(WAITING, 'CrashLoopBackOff'),
        is(BEHAVIOUR, ...crashing),
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
  stage('pod-fail', {
    when: [
      alive,
      has(RUNNING),
      is(BEHAVIOUR, ...crashing),
      is(runsOnce, 'true'),
    ],
    after: [1500, 4000],
    status: podStatus.ended('Error', 1),
  }),
];
