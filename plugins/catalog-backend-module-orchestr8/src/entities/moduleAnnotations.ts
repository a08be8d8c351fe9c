import { Entity } from '@backstage/catalog-model';
import { MODULE_ANNOTATION, VERSION_ANNOTATION } from './annotations';

/**
 * Annotations by which other plugins find a module's objects: Kubernetes by
 * label in whatever namespace they are, Argo CD by the Applications' label.
 * Those of the author win, except for the ones that say which module it is.
 */
export function moduleAnnotations(
  module: Entity,
  options: { argocd: boolean },
): Record<string, string> {
  const { name, annotations } = module.metadata;
  const { version } = module.metadata as { version?: unknown };
  return {
    'backstage.io/kubernetes-id': name,
    'backstage.io/kubernetes-label-selector': `${MODULE_ANNOTATION}=${name}`,
    ...(options.argocd
      ? { 'argocd/app-selector': `${MODULE_ANNOTATION}=${name}` }
      : {}),
    ...annotations,
    [MODULE_ANNOTATION]: name,
    ...(typeof version === 'string' ? { [VERSION_ANNOTATION]: version } : {}),
  };
}
