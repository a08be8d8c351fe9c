import {
  ApprovalRequest,
  Change,
  Deployment,
  Environment,
  Observation,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** An environment of a three-step path, for tests. */
export function anEnvironment(parts: Partial<Environment> = {}): Environment {
  return {
    name: 'dev',
    cluster: 'playground',
    namespace: '${module}-${environment}',
    delivery: 'direct',
    mutableVersions: true,
    gates: {},
    freeze: [],
    timeoutMs: 300_000,
    ...parts,
  };
}

/** dev → staging → production. */
export const PATH: Environment[] = [
  anEnvironment(),
  anEnvironment({
    name: 'staging',
    promoteFrom: 'dev',
    mutableVersions: false,
    gates: { healthy: true },
  }),
  anEnvironment({
    name: 'production',
    promoteFrom: 'staging',
    mutableVersions: false,
    gates: { healthy: true, approvals: { required: 1, from: [] } },
  }),
];

/** A healthy module with three of three replicas, for tests. */
export function anObservation(parts: Partial<Observation> = {}): Observation {
  const environment = parts.environment ?? 'dev';
  return {
    module: 'shop',
    environment,
    cluster: 'playground',
    namespace: `shop-${environment}`,
    deployed: {
      version: '1.4.0',
      release: `sha256:${'a'.repeat(64)}`,
      since: new Date(Date.now() - 3_600_000).toISOString(),
    },
    health: { status: 'Healthy' },
    replicas: { ready: 3, desired: 3 },
    pods: [
      {
        name: 'shop-6c9d-x1',
        phase: 'Running',
        ready: true,
        restarts: 0,
        containers: ['app'],
        health: { status: 'Healthy' },
        createdAt: new Date().toISOString(),
      },
    ],
    objects: [],
    observedAt: new Date().toISOString(),
    ...parts,
  };
}

/** A deployment that has succeeded, for tests. */
export function aDeployment(parts: Partial<Deployment> = {}): Deployment {
  return {
    id: 'd-1',
    kind: 'deploy',
    module: 'shop',
    version: '1.4.0',
    release: `sha256:${'a'.repeat(64)}`,
    environment: 'dev',
    cluster: 'playground',
    namespace: 'shop-dev',
    plan: `sha256:${'b'.repeat(64)}`,
    state: 'succeeded',
    message: 'shop 1.4.0 is healthy in dev',
    requestedBy: 'user:default/ada',
    createdAt: '2026-11-20T10:00:00.000Z',
    startedAt: '2026-11-20T10:00:01.000Z',
    finishedAt: '2026-11-20T10:00:09.500Z',
    steps: [
      {
        name: 'apply',
        state: 'succeeded',
        message: '3 objects applied',
        startedAt: '2026-11-20T10:00:01.000Z',
        finishedAt: '2026-11-20T10:00:03.000Z',
        objects: [
          {
            object: {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              name: 'shop',
              namespace: 'shop-dev',
            },
            action: 'create',
            outcome: 'done',
          },
        ],
      },
      {
        name: 'wait',
        state: 'succeeded',
        message: 'everything is healthy',
        startedAt: '2026-11-20T10:00:03.000Z',
        finishedAt: '2026-11-20T10:00:09.500Z',
      },
    ],
    ...parts,
  };
}

/** A change of one object, for tests. */
export function aChange(parts: Partial<Change> = {}): Change {
  return {
    action: 'update',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'shop',
      namespace: 'shop-dev',
    },
    source: 'charts/templates/deployment.yaml',
    fields: [
      {
        path: 'spec.template.spec.containers[name=app].image',
        before: 'shop:1.3.0',
        after: 'shop:1.4.0',
      },
    ],
    ...parts,
  };
}

/** A plan that can be deployed, for tests. */
export function aPlan(parts: Partial<Plan> = {}): Plan {
  return {
    planVersion: 1,
    hash: `sha256:${'b'.repeat(64)}`,
    module: 'shop',
    version: '1.4.0',
    release: `sha256:${'a'.repeat(64)}`,
    environment: 'dev',
    cluster: 'playground',
    namespace: 'shop-dev',
    changes: [aChange()],
    findings: [],
    dependencies: [],
    gates: [],
    problems: [],
    warnings: [],
    filledIn: [],
    refusals: [],
    createdAt: '2026-11-20T10:00:00.000Z',
    ...parts,
  };
}

/** A request that the reader may answer, for tests. */
export function anApproval(
  parts: Partial<ApprovalRequest> = {},
): ApprovalRequest {
  return {
    id: 'a-1',
    plan: `sha256:${'b'.repeat(64)}`,
    kind: 'promote',
    module: 'shop',
    version: '1.4.0',
    release: `sha256:${'a'.repeat(64)}`,
    environment: 'production',
    promotedFrom: 'staging',
    state: 'waiting',
    message:
      '0 of 1 approvals; it waits for members of group:default/release-managers.',
    requestedBy: 'user:default/ada',
    requestedAt: new Date(Date.now() - 60_000).toISOString(),
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    required: 1,
    from: ['group:default/release-managers'],
    approvals: [],
    mayAnswer: { allowed: true },
    ...parts,
  };
}
