import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import { Answer } from '../known/CatalogIndex';
import { ModuleReference } from './moduleReferences';

/** A reference with what is known of it. */
export interface KnownReference extends ModuleReference {
  answer: Answer;
}

const TYPES = {
  team: [RELATION_OWNED_BY, RELATION_OWNER_OF],
  owner: [RELATION_OWNED_BY, RELATION_OWNER_OF],
  system: [RELATION_PART_OF, RELATION_HAS_PART],
  dependency: [RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF],
} as const;

/**
 * The relations of a Module, in both directions. Version ranges and `optional`
 * have no place on a relation and stay in the specification.
 */
export function moduleRelations(
  module: Entity,
  references: readonly KnownReference[],
): EntityRelationSpec[] {
  const source = getCompoundEntityRef(module);
  return references.flatMap(reference =>
    pair(source, targetOf(reference), TYPES[reference.role]),
  );
}

/** Two relations, one each way. */
function pair(
  source: CompoundEntityRef,
  target: CompoundEntityRef | undefined,
  [there, back]: readonly [string, string],
): EntityRelationSpec[] {
  if (!target) return [];
  return [
    { source, type: there, target },
    { source: target, type: back, target: source },
  ];
}

function targetOf({ role, target, answer }: KnownReference) {
  switch (role) {
    case 'owner':
      // One person and no guess.
      return answer?.length === 1 ? parseEntityRef(answer[0]) : undefined;
    case 'dependency':
      return answer?.length === 0 ? undefined : target;
    case 'team':
    case 'system':
      // As the Component has them: whoever owns is told by name, known or not.
      return target;
    default:
      throw new Error(`There is no reference "${role satisfies never}".`);
  }
}
