import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { OverflowTooltip, TableColumn } from '@backstage/core-components';
import {
  CatalogTable,
  CatalogTableColumnsFunc,
  CatalogTableRow,
} from '@backstage/plugin-catalog';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { moduleSpec } from '../moduleSpec';

/**
 * Columns of the catalog's table: for modules their version, team, accountable
 * person and category; for every other kind what the catalog shows by itself.
 *
 * @public
 */
export const moduleCatalogColumns: CatalogTableColumnsFunc = context => {
  const kind = context.entities[0]?.kind ?? context.filters.kind?.value;
  if (kind?.toLocaleLowerCase('en-US') !== 'module') {
    return CatalogTable.defaultColumnsFunc(context);
  }
  const { columns } = CatalogTable;
  return [
    columns.createTitleColumn({ hidden: true }),
    { ...columns.createNameColumn({ defaultKind: 'module' }), width: '20%' },
    factColumn('Version', { width: '9%', of: one => moduleSpec(one).version }),
    ownerColumn('Team', { kind: 'group', of: one => moduleSpec(one).team }),
    ownerColumn('Accountable', {
      kind: 'user',
      of: one => moduleSpec(one).owner,
    }),
    factColumn('Category', {
      width: '14%',
      of: one => moduleSpec(one).category,
    }),
    {
      title: 'Description',
      field: 'entity.metadata.description',
      width: '27%',
      render: ({ entity }) => (
        <OverflowTooltip
          text={entity.metadata.description}
          placement="bottom-start"
          line={2}
        />
      ),
    },
  ];
};

function factColumn(
  title: string,
  options: { width: string; of: (entity: Entity) => string | undefined },
): TableColumn<CatalogTableRow> {
  const { width, of } = options;
  return {
    title,
    width,
    field: `entity.${title}`,
    customSort: (a, b) =>
      (of(a.entity) ?? '').localeCompare(of(b.entity) ?? ''),
    customFilterAndSearch: (query, { entity }) => contains(of(entity), query),
    render: ({ entity }) => of(entity) ?? '',
  };
}

/** Who owns it, of one kind; where the catalog knows none, what the author wrote. */
function ownerColumn(
  title: string,
  options: {
    kind: 'group' | 'user';
    of: (entity: Entity) => string | undefined;
  },
): TableColumn<CatalogTableRow> {
  const { kind, of } = options;
  const refs = (entity: Entity) =>
    getEntityRelations(entity, RELATION_OWNED_BY, { kind });
  return {
    ...factColumn(title, { width: '15%', of }),
    render: ({ entity }) => {
      const owners = refs(entity);
      return owners.length > 0 ? (
        <EntityRefLinks entityRefs={owners} defaultKind={kind} hideIcons />
      ) : (
        of(entity) ?? ''
      );
    },
  };
}

function contains(text: string | undefined, query: string): boolean {
  return (text ?? '')
    .toLocaleLowerCase('en-US')
    .includes(query.toLocaleLowerCase('en-US'));
}
