import {
  KubernetesObject,
  ModuleSecret,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext, knownApiVersion } from './GeneratedContext';

/** Store that is asked when the module names none. */
const DEFAULT_STORE = 'default';

/** One ExternalSecret for each of `spec.secrets`, when that is the manager and the cluster knows the kind. */
export function externalSecrets(context: GeneratedContext): KubernetesObject[] {
  const { module, target } = context;
  const apiVersion = knownApiVersion(target, 'ExternalSecret', [
    'external-secrets.io/v1',
    'external-secrets.io/v1beta1',
  ]);
  if (
    !apiVersion ||
    module.spec.security.secretsManager !== 'external-secrets'
  ) {
    return [];
  }
  return module.spec.secrets.map(secret => ({
    apiVersion,
    kind: 'ExternalSecret',
    metadata: {
      name: secret.name,
      namespace: target.namespace,
      labels: moduleLabels(module, target.environment),
    },
    spec: {
      secretStoreRef: {
        kind: 'ClusterSecretStore',
        name: secret.store ?? DEFAULT_STORE,
      },
      target: { name: secret.name },
      ...content(secret),
    },
  }));
}

/** With keys: those of the remote entry; without: all that it holds. */
function content(secret: ModuleSecret) {
  const key = secret.from ?? secret.name;
  return secret.keys?.length
    ? {
        data: secret.keys.map(property => ({
          secretKey: property,
          remoteRef: { key, property },
        })),
      }
    : { dataFrom: [{ extract: { key } }] };
}
