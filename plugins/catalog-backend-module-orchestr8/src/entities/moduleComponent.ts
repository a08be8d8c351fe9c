import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  MODULE_ANNOTATION,
  VERSION_ANNOTATION,
  withoutOrigin,
} from './annotations';
import { teamRef } from './moduleReferences';

/**
 * The Component of the same name: most plugins show their cards on Components
 * only. Undefined while there is no team to own it.
 *
 * @param module - the Module with the annotations that its neighbours look for
 */
export function moduleComponent(module: Entity): Entity | undefined {
  const { name, namespace, title, description, tags, links, labels } =
    module.metadata;
  const { version } = module.metadata as { version?: unknown };
  const { team, category, lifecycle, system } = module.spec ?? {};
  const owner = teamRef(team);
  if (!owner) return undefined;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(namespace ? { namespace } : {}),
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
      ...(tags ? { tags } : {}),
      ...(links ? { links } : {}),
      ...(labels ? { labels } : {}),
      annotations: {
        ...withoutOrigin(module.metadata.annotations),
        [MODULE_ANNOTATION]: name,
        ...(typeof version === 'string'
          ? { [VERSION_ANNOTATION]: version }
          : {}),
      },
    },
    spec: {
      type: typeof category === 'string' ? category : 'service',
      lifecycle: typeof lifecycle === 'string' ? lifecycle : 'experimental',
      owner: stringifyEntityRef(owner),
      ...(typeof system === 'string' ? { system } : {}),
    },
  };
}
