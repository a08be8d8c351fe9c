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

/** Reference of the group that a module's `team` names; undefined when it names none. */
export function teamRef(team: unknown): CompoundEntityRef | undefined {
  return refOf(team, 'group');
}

/**
 * The relations of a Module, in both directions. Version ranges and `optional`
 * have no place on a relation and stay in the specification.
 *
 * @param owner - reference of the accountable User, where one was found
 */
export function moduleRelations(
  module: Entity,
  owner?: string,
): EntityRelationSpec[] {
  const source = getCompoundEntityRef(module);
  const { team, system, dependencies } = module.spec ?? {};
  const names = (Array.isArray(dependencies) ? dependencies : []).map(entry =>
    typeof entry === 'string' ? entry : (entry as { name?: unknown })?.name,
  );
  const owners = [teamRef(team), refOf(owner, 'user')];
  return [
    ...pairs(source, owners, [RELATION_OWNED_BY, RELATION_OWNER_OF]),
    ...pairs(
      source,
      names.map(name => refOf(name, 'module')),
      [RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF],
    ),
    ...pairs(
      source,
      [refOf(system, 'system')],
      [RELATION_PART_OF, RELATION_HAS_PART],
    ),
  ];
}

/** Two relations, one each way, for every target. */
export function pairs(
  source: CompoundEntityRef,
  targets: readonly (CompoundEntityRef | undefined)[],
  [there, back]: readonly [string, string],
): EntityRelationSpec[] {
  return targets.flatMap(target =>
    target
      ? [
          { source, type: there, target },
          { source: target, type: back, target: source },
        ]
      : [],
  );
}

function refOf(text: unknown, kind: string): CompoundEntityRef | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return parseEntityRef(text, {
      defaultKind: kind,
      defaultNamespace: 'default',
    });
  } catch {
    return undefined;
  }
}
