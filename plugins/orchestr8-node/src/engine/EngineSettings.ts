import { PolicyException } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Renderer } from '../render/Renderer';

/** What an engine is made of; the operator's choices have defaults. */
export interface EngineSettings {
  renderer: Renderer;
  /** Namespaces of the ingress controllers: they may reach every module's declared ports. */
  ingressNamespaces?: readonly string[];
  /** Namespace of Prometheus: it may reach every module's metrics port. */
  monitoringNamespace?: string;
  /** Cluster-scoped kinds that modules may bring. */
  clusterScopedKinds?: readonly string[];
  /** What operators allow against the rules of the policy gate. */
  policyExceptions?: readonly PolicyException[];
}

/** Settings with the defaults filled in. */
export function withEngineDefaults(
  settings: EngineSettings,
): Required<EngineSettings> {
  return {
    renderer: settings.renderer,
    ingressNamespaces: settings.ingressNamespaces ?? [
      'istio-system',
      'ingress-nginx',
    ],
    monitoringNamespace: settings.monitoringNamespace ?? 'monitoring',
    clusterScopedKinds: settings.clusterScopedKinds ?? [],
    policyExceptions: settings.policyExceptions ?? [],
  };
}
