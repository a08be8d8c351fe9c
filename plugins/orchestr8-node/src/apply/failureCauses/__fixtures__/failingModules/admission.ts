import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { deployment } from '../../../__fixtures__/plannedDeployment';
import { FailingModule, inNamespace, withPod } from './FailingModule';

/** A StatefulSet with a name of that length. */
function statefulSet(namespace: string, length: number): KubernetesObject {
  const { spec } = deployment(namespace, 'web', { replicas: 1 });
  const { selector, template } = spec;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'w'.repeat(length), namespace },
    spec: { replicas: 1, serviceName: 'web', selector, template },
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
/** Pods that the API server refuses. */
export const ADMISSION: readonly FailingModule[] = [
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
    cause: 'missing-runtime-class',
    says: /RuntimeClass "never-made" not found/,
    objects: ns => [withPod(ns, { runtimeClassName: 'never-made' })],
  },
  {
    cause: 'pods-refused',
    says: /must be no more than 63/,
    objects: ns => [statefulSet(ns, 60)],
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
];
