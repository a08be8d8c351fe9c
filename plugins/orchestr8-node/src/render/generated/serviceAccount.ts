import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext } from './GeneratedContext';

/** The module's identity in its namespace. */
export function serviceAccount(context: GeneratedContext): KubernetesObject {
  const { module, target } = context;
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: module.metadata.name,
      namespace: target.namespace,
      labels: moduleLabels(module, target.environment),
    },
  };
}
