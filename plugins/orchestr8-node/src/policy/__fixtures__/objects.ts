import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Objects for the rules, each as small as can be, in the namespace of my-service in dev. */
export const here = { name: 'x', namespace: 'my-service-dev' };
export const role = (rule: object) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: here,
  rules: [rule],
});
export const binding = (parts: object) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: here,
  roleRef: { kind: 'Role', name: 'x' },
  subjects: [{ kind: 'ServiceAccount', name: 'x' }],
  ...parts,
});
export const ingress = (rules: object[], annotations = {}) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { ...here, annotations },
  spec: { rules },
});
export const configMap = (metadata: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { ...here, ...metadata },
});
export const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: here,
  data: { a: 'Yg==' },
};
export const namespace = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

