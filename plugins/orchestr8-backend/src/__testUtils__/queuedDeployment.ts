import { randomUUID } from 'node:crypto';
import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';

/** A deployment as it is when it enters the queue; for tests. */
export function queuedDeployment(
  changes: Partial<Deployment> = {},
): Deployment {
  return {
    id: randomUUID(),
    kind: 'deploy',
    module: 'shop',
    version: '1.0.0',
    release: `sha256:${'a'.repeat(64)}`,
    environment: 'dev',
    cluster: 'playground',
    namespace: 'shop-dev',
    plan: `sha256:${'b'.repeat(64)}`,
    state: 'queued',
    message: 'Waiting for a worker.',
    requestedBy: 'user:default/ada',
    steps: [],
    createdAt: new Date().toISOString(),
    ...changes,
  };
}
