import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { deployment } from '../../__fixtures__/plannedDeployment';

/** One way in which a real control plane keeps a module from becoming healthy. */
export interface FailingModule {
  cause: string;
  /** Words of the message or its evidence that only that cause has. */
  says: RegExp;
  /** What the module brings. */
  objects(namespace: string): KubernetesObject[];
  /** What an administrator has put there before; of cluster-scoped objects the caller clears away. */
  before?(namespace: string): KubernetesObject[];
  timeoutMs?: number;
}

type Pod = Record<string, unknown>;

/** A Deployment whose pod specification is changed. */
function withPod(
  namespace: string,
  pod: Pod,
  more: { replicas?: number; container?: Pod; spec?: Pod } = {},
): KubernetesObject {
  const object = deployment(namespace, 'web', {
    replicas: more.replicas ?? 1,
  });
  const { spec } = object.spec.template;
  Object.assign(spec, pod);
  Object.assign(spec.containers[0], more.container);
  Object.assign(object.spec, more.spec);
  return object;
}

function job(namespace: string, image: string, spec: Pod): KubernetesObject {
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

function inNamespace(
  namespace: string,
  kind: string,
  spec: Pod,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name: 'given', namespace },
    spec,
  };
}

const onlyIn = (namespace: string) => ({
  matchLabels: { 'kubernetes.io/metadata.name': namespace },
});
const PODS = {
  apiGroups: [''],
  apiVersions: ['v1'],
  resources: ['pods'],
  operations: ['CREATE'],
};
const claimed = (claimName: string) => ({
  volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
});

export const FAILING_MODULES: readonly FailingModule[] = [
  {
    cause: 'image-missing',
    says: /code = NotFound/,
    objects: ns => [deployment(ns, 'web', { image: 'example/web:missing' })],
  },
  {
    cause: 'crash-loop',
    says: /exit code 1/,
    objects: ns => [deployment(ns, 'web', { image: 'example/web:crash' })],
  },
  {
    cause: 'no-room',
    says: /Insufficient cpu/,
    objects: ns => [deployment(ns, 'web', { cpu: '4000' })],
  },
  {
    cause: 'no-such-resource',
    says: /Insufficient example.com\/gpu/,
    objects: ns => [
      withPod(
        ns,
        {},
        { container: { resources: { limits: { 'example.com/gpu': '1' } } } },
      ),
    ],
  },
  {
    cause: 'node-selector',
    says: /node affinity\/selector/,
    objects: ns => [withPod(ns, { nodeSelector: { 'example.com/no': 'way' } })],
  },
  {
    cause: 'pods-apart',
    says: /anti-affinity/,
    objects: ns => [
      withPod(
        ns,
        {
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                {
                  topologyKey: 'kubernetes.io/hostname',
                  labelSelector: {
                    matchLabels: { 'app.kubernetes.io/name': 'web' },
                  },
                },
              ],
            },
          },
        },
        { replicas: 12 },
      ),
    ],
  },
  {
    cause: 'port-taken',
    says: /free ports/,
    objects: ns => [
      withPod(
        ns,
        {},
        {
          replicas: 12,
          container: { ports: [{ containerPort: 80, hostPort: 28_080 }] },
        },
      ),
    ],
  },
  {
    cause: 'missing-claim',
    says: /persistentvolumeclaim "nowhere" not found/,
    objects: ns => [withPod(ns, claimed('nowhere'))],
  },
  {
    cause: 'unbound-claim',
    says: /unbound immediate PersistentVolumeClaims/,
    objects: ns => [
      inNamespace(ns, 'PersistentVolumeClaim', {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'no-such-class',
        resources: { requests: { storage: '1Gi' } },
      }),
      withPod(ns, claimed('given')),
    ],
  },
  {
    cause: 'quota',
    says: /exceeded quota/,
    before: ns => [inNamespace(ns, 'ResourceQuota', { hard: { pods: '0' } })],
    objects: ns => [deployment(ns, 'web')],
  },
  {
    cause: 'limit-range',
    says: /maximum cpu usage per Container is 100m/,
    before: ns => [
      inNamespace(ns, 'LimitRange', {
        limits: [{ type: 'Container', max: { cpu: '100m' } }],
      }),
    ],
    objects: ns => [
      withPod(ns, {}, { container: { resources: { limits: { cpu: '2' } } } }),
    ],
  },
  {
    cause: 'pod-security',
    says: /violates PodSecurity "restricted/,
    before: ns => [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: ns,
          labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
        },
      },
    ],
    objects: ns => [deployment(ns, 'web')],
  },
  {
    cause: 'missing-service-account',
    says: /serviceaccount "nobody" not found/,
    objects: ns => [withPod(ns, { serviceAccountName: 'nobody' })],
  },
  {
    cause: 'missing-priority-class',
    says: /no PriorityClass with name never-made/,
    objects: ns => [withPod(ns, { priorityClassName: 'never-made' })],
  },
  {
    cause: 'admission',
    says: /no pods on this ground/,
    before: ns => [
      {
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingAdmissionPolicy',
        metadata: { name: ns },
        spec: {
          matchConstraints: {
            resourceRules: [PODS],
            namespaceSelector: onlyIn(ns),
          },
          validations: [
            { expression: 'false', message: 'no pods on this ground' },
          ],
        },
      },
      {
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingAdmissionPolicyBinding',
        metadata: { name: ns },
        spec: { policyName: ns, validationActions: ['Deny'] },
      },
    ],
    objects: ns => [deployment(ns, 'web')],
  },
  {
    cause: 'webhook-unreachable',
    says: /failed calling webhook "gone.example.com"/,
    before: ns => [
      {
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingWebhookConfiguration',
        metadata: { name: ns },
        webhooks: [
          {
            name: 'gone.example.com',
            clientConfig: { url: 'https://127.0.0.1:1/' },
            rules: [PODS],
            namespaceSelector: onlyIn(ns),
            sideEffects: 'None',
            admissionReviewVersions: ['v1'],
            failurePolicy: 'Fail',
            timeoutSeconds: 1,
          },
        ],
      },
    ],
    objects: ns => [deployment(ns, 'web')],
  },
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
