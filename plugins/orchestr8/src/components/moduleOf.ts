import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** Annotation that ties any entity to a module. @public */
export const MODULE_ANNOTATION = 'orchestr8.io/module';

/** Which module an entity stands for. */
export interface ModuleIdentity {
  name: string;
  /** Reference of the Module entity; permissions are asked for it. */
  entityRef: string;
}

/** The module of an entity: itself, or the one its annotation names. */
export function moduleOf(entity: Entity): ModuleIdentity | undefined {
  const name = isModule(entity)
    ? entity.metadata.name
    : entity.metadata.annotations?.[MODULE_ANNOTATION];
  if (!name) return undefined;
  const { namespace } = entity.metadata;
  return {
    name,
    entityRef: stringifyEntityRef({ kind: 'module', namespace, name }),
  };
}

/** Whether an entity is a Module itself, not something that stands for one. @public */
export function isModule(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'module' &&
    entity.apiVersion.startsWith('orchestr8.io/')
  );
}

/** Whether the cards have something to say about an entity. @public */
export function isOrchestr8Available(entity: Entity): boolean {
  return moduleOf(entity) !== undefined;
}
