import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext } from './GeneratedContext';

/** Gives the module's Role to the module's ServiceAccount. */
export function roleBinding(context: GeneratedContext): KubernetesObject {
  const { module, target } = context;
  const { name } = module.metadata;
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: {
      name,
      namespace: target.namespace,
      labels: moduleLabels(module, target.environment),
    },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace: target.namespace }],
  };
}
