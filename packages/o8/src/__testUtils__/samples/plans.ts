import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Digest of the release that all samples are of. */
export const DIGEST = `sha256:${'1'.repeat(64)}`;

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
