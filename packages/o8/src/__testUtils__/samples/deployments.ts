import {
  ApprovalRequest,
  Deployment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { aPlan, DIGEST } from './plans';

/** A deployment that has succeeded. */
export const aDeployment: Deployment = {
  id: 'd-1',
  kind: 'deploy',
  module: 'my-service',
  version: '1.1.0',
  release: DIGEST,
  environment: 'dev',
  cluster: 'playground',
  namespace: 'my-service-dev',
  plan: aPlan.hash,
  state: 'succeeded',
  message: 'Deployed and healthy.',
  requestedBy: 'user:default/alice',
  steps: [
    { name: 'apply', state: 'succeeded', message: '3 objects' },
    { name: 'wait', state: 'succeeded', message: 'healthy' },
    { name: 'prune', state: 'skipped', message: 'nothing to delete' },
  ],
  createdAt: '2026-11-02T11:50:00Z',
  startedAt: '2026-11-02T11:50:01Z',
  finishedAt: '2026-11-02T11:50:21Z',
};

/** A deployment that has failed, with cause, evidence and remedy. */
export const aFailedDeployment: Deployment = {
  ...aDeployment,
  id: 'd-2',
  state: 'failed',
  message: 'Pod my-service-x cannot pull its image.',
  failure: {
    cause: 'image-pull',
    message: 'Pod my-service-x cannot pull its image.',
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      name: 'my-service-x',
      namespace: 'my-service-dev',
    },
    evidence: ['Back-off pulling image "nope:1"'],
    remedy: 'Check the image name and its tag.',
  },
};

/** One at which the API server warned of one object. */
export const aWarnedDeployment: Deployment = {
  ...aDeployment,
  steps: [
    {
      name: 'apply',
      state: 'succeeded',
      message: '1 applied',
      objects: [
        {
          object: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'my-service',
            namespace: 'my-service-dev',
          },
          action: 'update',
          outcome: 'done',
          message:
            'spec.template.spec.containers[0].env[3]: hides previous definition of "A"',
        },
      ],
    },
  ],
};

/** A request that the caller may answer. */
export const anApproval: ApprovalRequest = {
  id: 'a-1',
  plan: aPlan.hash,
  kind: 'promote',
  module: 'my-service',
  version: '1.1.0',
  release: DIGEST,
  environment: 'production',
  promotedFrom: 'staging',
  state: 'waiting',
  message:
    '0 of 1 approvals; it waits for members of group:default/release-managers.',
  requestedBy: 'user:default/alice',
  requestedAt: '2026-11-02T11:59:10Z',
  comment: 'for the sale',
  expiresAt: '2026-11-03T11:59:10Z',
  required: 1,
  from: ['group:default/release-managers'],
  approvals: [],
  mayAnswer: { allowed: true },
};
