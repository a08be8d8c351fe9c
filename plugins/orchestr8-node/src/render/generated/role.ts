import {
  KubernetesObject,
  Manifest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { podTemplates } from '../podTemplates';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext } from './GeneratedContext';

/** `get` on the ConfigMaps and Secrets that the module's own pods name, and nothing else. */
export function role(
  context: GeneratedContext,
  chart: readonly Manifest[],
): KubernetesObject {
  const { module, target } = context;
  const named = namedSources(chart);
  const rule = (resource: string, resourceNames: string[]) =>
    resourceNames.length > 0
      ? [
          {
            apiGroups: [''],
            resources: [resource],
            resourceNames,
            verbs: ['get'],
          },
        ]
      : [];
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: {
      name: module.metadata.name,
      namespace: target.namespace,
      labels: moduleLabels(module, target.environment),
    },
    rules: [
      ...rule('configmaps', named.configMaps),
      ...rule('secrets', named.secrets),
    ],
  };
}

const CONFIG_MAP_KEYS = new Set([
  'configMapRef',
  'configMapKeyRef',
  'configMap',
]);
const SECRET_KEYS = new Set(['secretRef', 'secretKeyRef', 'secret']);

function namedSources(chart: readonly Manifest[]) {
  const configMaps = new Set<string>();
  const secrets = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const name = child?.name ?? child?.secretName;
      if (typeof name === 'string') {
        if (CONFIG_MAP_KEYS.has(key)) configMaps.add(name);
        if (SECRET_KEYS.has(key)) secrets.add(name);
      }
      visit(child);
    }
  };
  for (const { object } of chart) {
    podTemplates(object).forEach(template => visit(template.spec));
  }
  return {
    configMaps: [...configMaps].sort(),
    secrets: [...secrets].sort(),
  };
}
