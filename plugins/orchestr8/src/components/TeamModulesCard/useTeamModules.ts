import { useCallback } from 'react';
import {
  Entity,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CatalogApi,
  catalogApiRef,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { ModuleSummary } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';

/** A module of a team or person, and where it runs if that could be found out. */
export interface TeamModule {
  id: string;
  entity: Entity;
  summary?: ModuleSummary;
}

/** The modules of a team or person. */
export interface TeamModules {
  modules: TeamModule[];
  /** Why it is not known where they run. */
  notObserved?: Error;
}

/**
 * The modules that a group or user owns, by name.
 *
 * @param wide - also those of the teams below a group, or of the groups of a user
 */
export function useTeamModules(
  owner: Entity,
  wide: boolean,
): Reloadable<TeamModules> {
  const catalogApi = useApi(catalogApiRef);
  const api = useApi(orchestr8ApiRef);
  return useLoadable(
    useCallback(async () => {
      const owners = wide
        ? await widerOwners(owner, catalogApi)
        : [stringifyEntityRef(owner)];
      const [{ items }, observed] = await Promise.all([
        catalogApi.getEntities({
          filter: { kind: 'Module', 'relations.ownedBy': owners },
          order: { field: 'metadata.name', order: 'asc' },
        }),
        api.listModules().then(
          value => ({ value, error: undefined }),
          error => ({ value: [], error }),
        ),
      ]);
      const summaries = new Map(
        observed.value.map(summary => [summary.entityRef, summary]),
      );
      return {
        modules: items.map(entity => {
          const id = stringifyEntityRef(entity);
          return { id, entity, summary: summaries.get(id) };
        }),
        notObserved: observed.error,
      };
    }, [api, catalogApi, owner, wide]),
  );
}

async function widerOwners(
  owner: Entity,
  catalogApi: CatalogApi,
): Promise<string[]> {
  const self = stringifyEntityRef(owner);
  if (owner.kind === 'User') {
    return [self, ...refsOf(owner, RELATION_MEMBER_OF)];
  }
  const seen = new Set([self]);
  for (let next = refsOf(owner, RELATION_PARENT_OF); next.length > 0; ) {
    next.forEach(ref => seen.add(ref));
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: next,
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
    });
    next = items
      .flatMap(item => (item ? refsOf(item, RELATION_PARENT_OF) : []))
      .filter(ref => !seen.has(ref));
  }
  return [...seen];
}

function refsOf(entity: Entity, relation: string): string[] {
  return getEntityRelations(entity, relation, { kind: 'group' }).map(ref =>
    stringifyEntityRef(ref),
  );
}
