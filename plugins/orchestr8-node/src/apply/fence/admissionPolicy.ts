import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** A ValidatingAdmissionPolicy that refuses what it finds wrong, and its binding of the same name. */
export function admissionPolicy(
  name: string,
  spec: object,
  options: {
    /** Further fields of the binding. */
    binding?: object;
    labels?: Record<string, string>;
  } = {},
): KubernetesObject[] {
  const apiVersion = 'admissionregistration.k8s.io/v1';
  const metadata = {
    name,
    labels: { 'app.kubernetes.io/managed-by': 'orchestr8', ...options.labels },
  };
  return [
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: { failurePolicy: 'Fail', ...spec },
    },
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: {
        policyName: name,
        validationActions: ['Deny'],
        ...options.binding,
      },
    },
  ];
}
