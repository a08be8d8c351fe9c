import { Entity } from '@backstage/catalog-model';
import {
  CatalogCollatorEntityTransformer,
  defaultCatalogCollatorEntityTransformer,
} from '@backstage/plugin-search-backend-module-catalog';
import { isModule } from '../entities/ownKinds';

/**
 * Shapes entities into documents of the search: a module is found by name, team,
 * category, dependency, tag and description. All other entities are left to
 * `otherwise`, for a portal that has a transformer of its own.
 *
 * What is to be found stands in `text`, the one field besides the title that
 * every search engine looks through; the single fields are for showing.
 *
 * @public
 */
export function moduleDocument(
  otherwise: CatalogCollatorEntityTransformer = defaultCatalogCollatorEntityTransformer,
): CatalogCollatorEntityTransformer {
  return entity => {
    const document = otherwise(entity);
    return isModule(entity) ? { ...document, ...fieldsOf(entity) } : document;
  };
}

function fieldsOf(module: Entity) {
  const { name, title, description = '', tags = [] } = module.metadata;
  const { version } = module.metadata as { version?: unknown };
  const { team, owner, category, system, lifecycle } = module.spec ?? {};
  const dependencies = dependenciesOf(module);
  const words = [
    name,
    title,
    team,
    category,
    ...dependencies,
    ...tags,
    owner,
    system,
  ].filter(word => typeof word === 'string' && word !== '');
  return {
    text: [description, ...words].filter(Boolean).join(' : '),
    name,
    description,
    version: textOf(version),
    team: textOf(team),
    owner: textOf(owner),
    category: textOf(category),
    type: textOf(category) || 'other',
    componentType: textOf(category) || 'other',
    lifecycle: textOf(lifecycle),
    dependencies,
  };
}

function dependenciesOf({ spec }: Entity): string[] {
  const entries = Array.isArray(spec?.dependencies) ? spec.dependencies : [];
  return entries
    .map(entry =>
      typeof entry === 'string' ? entry : (entry as { name?: unknown })?.name,
    )
    .filter((name): name is string => typeof name === 'string');
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
