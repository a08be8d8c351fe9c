import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { INVALID_ANNOTATION, withoutOrigin } from './annotations';
import { isInvalid } from './ownKinds';

/*
 * The catalog keeps a cache for each processor and entity in the entity's own
 * row. There the last sound version lives on while the file is broken: through
 * restarts, on every replica, and for as long as the entity itself.
 */
const KEY = 'good';

type GoodVersion = { metadata: JsonObject; spec: JsonObject };

/**
 * In place of a placeholder the last sound version of the same entity, with the
 * placeholder's problems; the entity itself when it is sound or never was.
 */
export async function restoreGood(
  entity: Entity,
  cache: CatalogProcessorCache,
): Promise<Entity> {
  if (!isInvalid(entity)) return entity;
  const good = await cache.get<GoodVersion>(KEY);
  if (!good) return entity;
  const { [INVALID_ANNOTATION]: _, ...annotations } =
    entity.metadata.annotations ?? {};
  return {
    ...entity,
    metadata: {
      ...(good.metadata as unknown as Entity['metadata']),
      annotations: {
        ...(good.metadata.annotations as Record<string, string>),
        ...annotations,
      },
    },
    spec: good.spec,
  };
}

/**
 * Remembers a sound entity, as its author wrote it. To be called in every round:
 * what is not set again is forgotten.
 */
export async function rememberGood(
  entity: Entity,
  cache: CatalogProcessorCache,
): Promise<void> {
  if (isInvalid(entity)) return;
  const { uid, etag, annotations, ...metadata } = entity.metadata;
  await cache.set<GoodVersion>(KEY, {
    metadata: {
      ...(metadata as JsonObject),
      annotations: withoutOrigin(annotations),
    },
    spec: (entity.spec ?? {}) as JsonObject,
  });
}
