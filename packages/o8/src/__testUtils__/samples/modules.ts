import {
  Alerts,
  DependencyTree,
  Environment,
  ModuleSummary,
  ObjectDrift,
  Observation,
  TemplateSummary,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { aDeployment, aFailedDeployment } from './deployments';
import { DIGEST } from './plans';

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
