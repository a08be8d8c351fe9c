import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { metricsPort } from './metricsPort';
import { GeneratedContext } from './GeneratedContext';

/** Kubernetes sets this label itself: nobody can forge it. */
const inNamespace = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});

const unique = (names: Iterable<string>) => [...new Set(names)].sort();

/** Default deny both ways, and what the specification says on top; absent without network isolation. */
export function networkPolicy(
  context: GeneratedContext,
): KubernetesObject | undefined {
  const { module, target } = context;
  if (!module.spec.security.networkIsolation) {
    return undefined;
  }
  const { name } = module.metadata;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: `${name}-network-policy`,
      namespace: target.namespace,
      labels: moduleLabels(module, target.environment),
    },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: ingressRules(context),
      egress: egressRules(context),
    },
  };
}

function ingressRules({ module, target }: GeneratedContext) {
  const ports = module.spec.networking.ports.map(port => ({
    port: port.targetPort ?? port.port,
    protocol: port.protocol,
  }));
  const others = unique([
    ...target.ingressNamespaces,
    ...target.dependents.values(),
  ]).filter(name => name !== target.namespace);
  const metrics = metricsPort(module);
  return [
    // Without a declared port nobody outside the module has a door.
    ...(ports.length > 0
      ? [{ from: [{ podSelector: {} }, ...others.map(inNamespace)], ports }]
      : []),
    ...(metrics
      ? [
          {
            from: [inNamespace(target.monitoringNamespace)],
            ports: [{ port: metrics.targetPort, protocol: 'TCP' }],
          },
        ]
      : []),
  ];
}

function egressRules({ target }: GeneratedContext) {
  const dependencies = unique(target.dependencies.values()).filter(
    name => name !== target.namespace,
  );
  return [
    {
      to: [
        {
          ...inNamespace('kube-system'),
          podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
        },
      ],
      ports: ['UDP', 'TCP'].map(protocol => ({ protocol, port: 53 })),
    },
    { to: [{ podSelector: {} }] },
    ...(dependencies.length > 0 ? [{ to: dependencies.map(inNamespace) }] : []),
  ];
}
