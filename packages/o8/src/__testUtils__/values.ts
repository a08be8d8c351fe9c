import {
  Alerts,
  ApprovalRequest,
  DependencyTree,
  Deployment,
  Environment,
  ModuleSummary,
  ObjectDrift,
  Observation,
  Plan,
  TemplateSummary,
} from '@orchestr8/backstage-plugin-orchestr8-common';

const DIGEST = `sha256:${'1'.repeat(64)}`;

const anEnvironment = (name: string, promoteFrom?: string): Environment => ({
  name,
  cluster: 'playground',
  namespace: '${module}-${environment}',
  promoteFrom,
  delivery: 'direct',
  mutableVersions: name === 'dev',
  gates: {},
  freeze: [],
  timeoutMs: 300_000,
});

/** The least that is a module. */
export const MODULE = `apiVersion: orchestr8.io/v1
kind: Module
metadata: { name: orders, version: 1.0.0 }
spec: { team: a }
`;

/** dev → staging → production. */
export const path: Environment[] = [
  anEnvironment('dev'),
  anEnvironment('staging', 'dev'),
  anEnvironment('production', 'staging'),
];

/** A plan that can be deployed, with one change of each kind. */
export const aPlan: Plan = {
  planVersion: 1,
  hash: `sha256:${'a'.repeat(64)}`,
  module: 'my-service',
  version: '1.1.0',
  release: DIGEST,
  environment: 'dev',
  cluster: 'playground',
  namespace: 'my-service-dev',
  replaces: { release: `sha256:${'0'.repeat(64)}`, version: '1.0.0' },
  changes: [
    {
      action: 'create',
      object: {
        apiVersion: 'v1',
        kind: 'Service',
        name: 'my-service',
        namespace: 'my-service-dev',
      },
      source: 'charts/templates/service.yaml',
      fields: [],
    },
    {
      action: 'update',
      object: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'my-service',
        namespace: 'my-service-dev',
      },
      source: 'charts/templates/deployment.yaml',
      fields: [
        { path: 'spec.replicas', before: 1, after: 2 },
        { path: 'metadata.labels.tier', after: 'web' },
        { path: 'spec.paused', before: true },
      ],
    },
    {
      action: 'delete',
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        name: 'old',
        namespace: 'my-service-dev',
      },
      source: 'charts/templates/old.yaml',
      fields: [],
      reason: 'not in the release any more',
    },
    {
      action: 'unchanged',
      object: { apiVersion: 'v1', kind: 'Namespace', name: 'my-service-dev' },
      source: 'generated',
      fields: [],
    },
  ],
  findings: [],
  dependencies: [
    {
      name: 'redis',
      optional: true,
      state: 'missing',
      message: 'redis does not run in dev (optional)',
    },
    {
      name: 'postgresql',
      optional: false,
      state: 'satisfied',
      deployed: '15.0.0',
      message: 'postgresql 15.0.0 runs in dev',
    },
  ],
  gates: [],
  problems: [],
  warnings: ['Ingress without TLS'],
  filledIn: ['Deployment/my-service: resources'],
  refusals: [],
  createdAt: '2026-11-02T11:59:00Z',
};

/** A plan that the gate and the policy refuse. */
export const aRefusedPlan: Plan = {
  ...aPlan,
  environment: 'production',
  findings: [
    {
      object: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'my-service',
        namespace: 'my-service-production',
      },
      path: 'spec.template.spec.hostNetwork',
      rule: 'pod-security-restricted',
      message: 'host namespaces are not allowed',
      remedy: 'Remove hostNetwork.',
    },
  ],
  gates: [
    {
      gate: 'soak',
      met: false,
      message: 'healthy in staging for 2m of 10m',
      clearedBy: 'time',
      clearsAt: '2026-11-02T12:08:00Z',
    },
  ],
  refusals: [
    { kind: 'policy', message: '1 object is refused by the policy gate' },
    { kind: 'gate', message: 'healthy in staging for 2m of 10m' },
  ],
};

/** A plan that waits for nothing but a yes. */
export const aGatedPlan: Plan = {
  ...aPlan,
  environment: 'production',
  gates: [{ gate: 'approvals', met: false, message: '0 of 1 approvals' }],
  refusals: [{ kind: 'gate', message: '0 of 1 approvals' }],
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

/** What Argo CD is to deliver. */
export const anArgoPlan: Plan = {
  ...aPlan,
  delivery: 'argocd',
  changes: [
    {
      action: 'create',
      object: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        name: 'my-service-dev',
        namespace: 'argocd',
      },
      source: 'generated',
      fields: [
        {
          path: 'spec.source.repoURL',
          after: 'https://git.example.com/modules.git',
        },
        { path: 'spec.source.targetRevision', after: 'my-service-1.1.0' },
      ],
    },
  ],
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

/** dev runs, staging is degraded, production has nothing. */
export const observations: Observation[] = [
  {
    module: 'my-service',
    environment: 'dev',
    cluster: 'playground',
    namespace: 'my-service-dev',
    deployed: {
      version: '1.1.0',
      release: DIGEST,
      since: '2026-11-02T11:50:21Z',
    },
    health: { status: 'Healthy' },
    replicas: { ready: 2, desired: 2 },
    scale: { override: 2, by: 'user:default/alice' },
    pods: [],
    objects: [],
    lastDeployment: aDeployment,
    promotesTo: 'staging',
    observedAt: '2026-11-02T11:59:59Z',
    simulated: true,
  },
  {
    module: 'my-service',
    environment: 'staging',
    cluster: 'playground',
    namespace: 'my-service-staging',
    deployed: {
      version: '1.0.0',
      release: DIGEST,
      since: '2026-11-01T11:50:21Z',
    },
    health: { status: 'Degraded', message: '1 of 2 pods is not ready' },
    replicas: { ready: 1, desired: 2 },
    pods: [
      {
        name: 'my-service-x',
        phase: 'Running',
        ready: false,
        restarts: 7,
        containers: ['app'],
        health: { status: 'Degraded', message: 'crashes: exit code 1' },
        createdAt: '2026-11-01T11:50:21Z',
      },
    ],
    objects: [],
    lastDeployment: aFailedDeployment,
    observedAt: '2026-11-02T11:59:59Z',
  },
  {
    module: 'my-service',
    environment: 'production',
    cluster: 'playground',
    namespace: 'my-service-production',
    health: { status: 'Missing', message: 'Nothing is deployed here.' },
    replicas: { ready: 0, desired: 0 },
    pods: [],
    objects: [],
    observedAt: '2026-11-02T11:59:59Z',
    unavailable:
      'the cluster "playground" cannot be reached: connection refused',
  },
];

/** One alert fires, one is quiet. */
export const alerts: Alerts = {
  configured: true,
  alerts: [
    {
      name: 'HighErrorRate',
      severity: 'warning',
      condition: 'error_rate > 5%',
      state: 'firing',
    },
    {
      name: 'Slow',
      severity: 'critical',
      condition: 'p95_latency > 500ms',
      state: 'inactive',
    },
  ],
};

export const modules: ModuleSummary[] = [
  {
    name: 'my-service',
    team: 'platform-team',
    version: '1.1.0',
    entityRef: 'module:default/my-service',
    environments: observations.map(({ environment, deployed, health }) => ({
      environment,
      deployed,
      health,
    })),
  },
  {
    name: 'redis',
    team: 'data-team',
    version: '7.2.0',
    entityRef: 'module:default/redis',
    environments: [],
  },
];

/** my-service needs postgresql, which needs storage; redis is optional. */
export const tree: DependencyTree = {
  name: 'my-service',
  version: '1.1.0',
  optional: false,
  state: 'root',
  children: [
    {
      name: 'postgresql',
      range: '>=14',
      optional: false,
      state: 'missing',
      message: 'does not run in dev',
      children: [
        {
          name: 'storage',
          optional: false,
          state: 'satisfied',
          deployed: '1.0.0',
          children: [],
        },
      ],
    },
    {
      name: 'redis',
      range: '^6.0',
      optional: true,
      state: 'missing',
      message: 'does not run in dev',
      children: [],
    },
  ],
};

export const templates: TemplateSummary[] = [
  {
    name: 'microservice',
    title: 'Microservice',
    variables: [
      { name: 'port', type: 'integer', required: false, default: 8080 },
    ],
  },
];

/** Somebody has scaled by hand, and deleted a Service. */
export const drift: ObjectDrift[] = [
  {
    object: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'my-service' },
    fields: [
      { path: 'spec.replicas', from: 2, to: 5, manager: 'kubectl-edit' },
    ],
  },
  {
    object: { apiVersion: 'v1', kind: 'Service', name: 'my-service' },
    fields: [],
  },
];
