import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext } from './GeneratedContext';

/** The module's own namespace: its Pod Security Standard is enforced by the API server, at a pinned version. */
export function namespace(context: GeneratedContext): KubernetesObject {
  const { module, target } = context;
  const level = module.spec.security.podSecurityStandard;
  const version = podSecurityVersion(target.capabilities?.version);
  const modes = ['enforce', 'warn', 'audit'].flatMap(mode => [
    [
      `pod-security.kubernetes.io/${mode}`,
      mode === 'enforce' && target.podSecurityExempt ? 'privileged' : level,
    ],
    [`pod-security.kubernetes.io/${mode}-version`, version],
  ]);
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: target.namespace,
      labels: {
        ...moduleLabels(module, target.environment),
        ...Object.fromEntries(modes),
      },
    },
  };
}

/** `v1.36` of `v1.36.3+k3s1`: the checks stay those of the cluster that was planned for. `latest` offline. */
export function podSecurityVersion(clusterVersion?: string): string {
  return /^v\d+\.\d+/.exec(clusterVersion ?? '')?.[0] ?? 'latest';
}
