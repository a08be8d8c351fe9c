import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { deployment } from '../../../__fixtures__/plannedDeployment';
import { FailingModule, Spec, withPod } from './FailingModule';

function job(namespace: string, image: string, spec: Spec): KubernetesObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate', namespace },
    spec: {
      ...spec,
      template: {
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: 'job', image }],
        },
      },
    },
  };
}
/** What its controller gives up, or nobody does before the time is up. */
export const ROLLOUTS: readonly FailingModule[] = [
  {
    cause: 'job-failed',
    says: /BackoffLimitExceeded/,
    objects: ns => [job(ns, 'example/job:crash', { backoffLimit: 0 })],
  },
  {
    cause: 'job-deadline',
    says: /DeadlineExceeded/,
    objects: ns => [
      job(ns, 'example/job:never-ready', { activeDeadlineSeconds: 2 }),
    ],
  },
  {
    cause: 'progress-deadline',
    says: /no progress within 4 seconds/,
    objects: ns => [
      withPod(
        ns,
        {},
        {
          container: { image: 'example/web:never-ready' },
          spec: { progressDeadlineSeconds: 4 },
        },
      ),
    ],
  },
  {
    cause: 'timeout',
    says: /Readiness probe failed: HTTP probe failed with statuscode: 503/,
    objects: ns => [
      deployment(ns, 'web', { image: 'example/web:never-ready' }),
    ],
    timeoutMs: 25_000,
  },
];
