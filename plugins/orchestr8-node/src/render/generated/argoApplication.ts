import {
  ArgoDelivery,
  KubernetesObject,
  Module,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { moduleLabels } from '../moduleLabels';
import { GeneratedContext } from './GeneratedContext';
import { namespace } from './namespace';

/** The cluster that Argo CD itself runs in, as it calls it. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';

/**
 * The Application by which Argo CD delivers the module's chart, with the values
 * of the environment. It bears the name of the namespace that it delivers to,
 * which no other module and environment has; the labels of that namespace, its
 * Pod Security Standard among them, go with it.
 */
export function argoApplication(
  context: GeneratedContext,
  argocd: ArgoDelivery,
  options: { values: Record<string, unknown> },
): KubernetesObject {
  const { module, target } = context;
  const fill = (text: string) => filledIn(text, module, target.environment);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: target.namespace,
      namespace: argocd.namespace,
      labels: moduleLabels(module, target.environment),
    },
    spec: {
      project: argocd.project,
      source: {
        repoURL: argocd.repository,
        path: fill(argocd.path),
        targetRevision: fill(argocd.revision),
        helm: {
          releaseName: module.metadata.name,
          valuesObject: options.values,
        },
      },
      destination: { server: argocd.server, namespace: target.namespace },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        managedNamespaceMetadata: {
          labels: namespace(context).metadata.labels,
        },
        syncOptions: ['CreateNamespace=true'],
      },
    },
  };
}

function filledIn(text: string, module: Module, environment: string): string {
  const { name, version } = module.metadata;
  return text
    .replaceAll('${module}', name)
    .replaceAll('${environment}', environment)
    .replaceAll('${version}', version);
}
