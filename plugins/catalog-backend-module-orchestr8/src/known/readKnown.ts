import { Entity } from '@backstage/catalog-model';
import {
  CatalogService,
  CatalogServiceRequestOptions,
} from '@backstage/plugin-catalog-node';
import { KNOWN_KINDS } from './CatalogIndex';

/** Entities of which more than the reference is of interest. */
const PERSON = 'User';
const PERSON_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.profile.email',
];
/** People that are read at a time: a page holds everybody else up while it is put together. */
const PAGE = 250;

/**
 * Who and what there is in the catalog, with no more of each than its reference and,
 * for people, their address.
 *
 * References are asked for as the values of an index: the catalog then need not open
 * each of thousands of entities, once a minute on every replica.
 */
export async function readKnown(
  catalog: CatalogService,
  options: CatalogServiceRequestOptions,
): Promise<Entity[]> {
  const known: Entity[] = [];
  for (const kind of KNOWN_KINDS) {
    if (kind === PERSON) continue;
    for (const namespace of await valuesOf('metadata.namespace', { kind })) {
      const filter = { kind, 'metadata.namespace': namespace };
      const names = await valuesOf('metadata.name', filter);
      for (const name of names) {
        known.push({ apiVersion: '', kind, metadata: { name, namespace } });
      }
    }
  }
  const people = catalog.streamEntities(
    {
      filter: { kind: PERSON },
      fields: PERSON_FIELDS,
      totalItems: 'exclude',
      pageSize: PAGE,
    },
    options,
  );
  for await (const page of people) known.push(...page);
  return known;

  async function valuesOf(
    facet: string,
    filter: Record<string, string>,
  ): Promise<string[]> {
    const { facets } = await catalog.getEntityFacets(
      { facets: [facet], filter },
      options,
    );
    return facets[facet].map(({ value }) => value);
  }
}
