import { Entity } from '@backstage/catalog-model';
import { MODULE_LABEL } from '@orchestr8/backstage-plugin-orchestr8-common';

/**
 * Annotations by which other plugins find a module's objects: Kubernetes by
 * label in whatever namespace they are, Argo CD by the Applications' label.
 * Those of the author win.
 */
export function moduleAnnotations(
  { metadata: { name, annotations } }: Entity,
  options: { argocd: boolean },
): Record<string, string> {
  const selector = `${MODULE_LABEL}=${name}`;
  return {
    'backstage.io/kubernetes-id': name,
    'backstage.io/kubernetes-label-selector': selector,
    ...(options.argocd ? { 'argocd/app-selector': selector } : {}),
    ...annotations,
  };
}
