import { Entity } from '@backstage/catalog-model';
import { EntityStatusItem } from '@backstage/catalog-model/alpha';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { statusItems } from './statusItems';

/**
 * The catalog takes no status from those who bring entities, only from those who
 * process them: on the way from one to the other the problems of a file travel
 * in this annotation.
 */
const CARRIED = 'orchestr8.io/problems';

/** More than anyone reads; the first ones are the ones to mend. */
const MOST = 50;

/**
 * The entity with the problems of its file; without any it stays as it is.
 *
 * @param file - path of the file, for people
 */
export function withProblems(
  entity: Entity,
  problems: readonly Problem[],
  file: string,
): Entity {
  if (problems.length === 0) return entity;
  return annotated(entity, {
    ...entity.metadata.annotations,
    [CARRIED]: JSON.stringify({ file, problems: problems.slice(0, MOST) }),
  });
}

/** Undoes {@link withProblems}: the entity without them, and the items for its status. */
export function takeProblems(entity: Entity): {
  entity: Entity;
  items: EntityStatusItem[];
} {
  const { [CARRIED]: carried, ...annotations } =
    entity.metadata.annotations ?? {};
  if (!carried) return { entity, items: [] };
  const rest = annotated(entity, annotations);
  try {
    const { problems, file } = JSON.parse(carried);
    return { entity: rest, items: statusItems(problems, file) };
  } catch {
    // Someone wrote the annotation by hand.
    return { entity: rest, items: [] };
  }
}

function annotated(
  entity: Entity,
  annotations: Record<string, string>,
): Entity {
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}
