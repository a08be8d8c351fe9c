import { failureStages } from './failureStages.mjs';
import { podStatus } from './podStatus.mjs';
import {
  alive,
  BEHAVIOUR,
  crashing,
  has,
  hasNot,
  is,
  isNot,
  normal,
  notPulled,
  notStarted,
  READY,
  runsOnce,
  RUNNING,
  stage,
  volumes,
  WAITING,
  warning,
} from './stage.mjs';

/** What becomes of a simulated Pod, and when. */
export const podStages = [
  stage('pod-create', {
    when: [alive, hasNot('.status.podIP')],
    after: [100, 500],
    event: normal('Pulling', 'Pulling the images of the simulated pod'),
    status: podStatus.creating,
  }),
  stage('pod-start', {
    when: [
      alive,
      is(WAITING, 'ContainerCreating'),
      isNot(BEHAVIOUR, ...notPulled, ...notStarted, ...volumes),
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
  stage('pod-complete', {
    when: [
      alive,
      has(RUNNING),
      isNot(BEHAVIOUR, ...crashing, 'never-ready', 'pod-evicted'),
      is(runsOnce, 'true'),
    ],
    after: [1500, 4000],
    status: podStatus.ended('Completed', 0),
  }),
  stage('pod-delete', {
    when: [has('.metadata.deletionTimestamp'), hasNot('.metadata.finalizers')],
    after: [300, 1200],
    delete: true,
  }),
  ...failureStages,
];
