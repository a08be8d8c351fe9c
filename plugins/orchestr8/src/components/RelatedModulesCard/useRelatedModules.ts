import { useCallback } from 'react';
import {
  Entity,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { moduleSpec } from '../moduleSpec';

/** One end of a dependency, as the catalog knows it. */
export interface RelatedModule {
  entityRef: string;
  name: string;
  /** Absent: the catalog has no such module. */
  entity?: Entity;
  /** Range of versions that is asked for. */
  range?: string;
  optional: boolean;
}

/** The modules that a module needs, and those that need it, by name. */
export interface RelatedModules {
  needs: RelatedModule[];
  neededBy: RelatedModule[];
}

/**
 * Both directions of a module's dependencies: what it says that it needs, and
 * who the catalog says needs it. Once the catalog was looked through, a module is
 * related to no dependency that is not there: its relations alone would leave out
 * what is missing.
 */
export function useRelatedModules(entity: Entity): Reloadable<RelatedModules> {
  const catalogApi = useApi(catalogApiRef);
  return useLoadable(
    useCallback(async () => {
      const needs = needsOf(entity);
      const neededBy = refsOf(entity, RELATION_DEPENDENCY_OF);
      const refs = [...needs, ...neededBy];
      const { items } =
        refs.length === 0
          ? { items: [] }
          : await catalogApi.getEntitiesByRefs({ entityRefs: refs });
      const found = new Map(refs.map((ref, index) => [ref, items[index]]));
      return {
        needs: needs.map(ref => ({
          entityRef: ref,
          ...wanted(entity, ref),
          entity: found.get(ref),
        })),
        neededBy: neededBy.map(ref => {
          const dependent = found.get(ref);
          return {
            entityRef: ref,
            ...(dependent
              ? wanted(dependent, stringifyEntityRef(entity))
              : { optional: false }),
            name: parseEntityRef(ref).name,
            entity: dependent,
          };
        }),
      };
    }, [catalogApi, entity]),
  );
}

function needsOf(entity: Entity): string[] {
  const written = moduleSpec(entity).dependencies.flatMap(
    ({ name }) => refOf(name) ?? [],
  );
  const related = refsOf(entity, RELATION_DEPENDS_ON);
  return [...new Set([...written, ...related])].sort();
}

function refsOf(entity: Entity, relation: string): string[] {
  return getEntityRelations(entity, relation, { kind: 'module' })
    .map(ref => stringifyEntityRef(ref))
    .sort();
}

/** What a module's specification says about one of its dependencies. */
function wanted(entity: Entity, ref: string) {
  const { name } = parseEntityRef(ref);
  const dependency = moduleSpec(entity).dependencies.find(
    one => refOf(one.name) === ref,
  );
  return {
    name,
    range: dependency?.range,
    optional: dependency?.optional ?? false,
  };
}

/** Undefined for what cannot be the name of a module. */
function refOf(name: string): string | undefined {
  try {
    const ref = parseEntityRef(name, {
      defaultKind: 'module',
      defaultNamespace: 'default',
    });
    const isModule = ref.kind.toLocaleLowerCase('en-US') === 'module';
    return isModule ? stringifyEntityRef(ref) : undefined;
  } catch {
    return undefined;
  }
}
