import { SearchDocument } from '@backstage/plugin-search-common';

/** What the search knows of a module; other documents have none of it. */
export interface ModuleDocument {
  title: string;
  location: string;
  text: string;
  name?: string;
  version?: string;
  category?: string;
  team?: string;
  /** Who is accountable, where no team is told. */
  owner?: string;
  dependencies: string[];
}

/** Whether a search result is a module. @public */
export function isModuleResult(result: {
  type: string;
  document: SearchDocument;
}): boolean {
  const { kind } = result.document as { kind?: unknown };
  return (
    result.type === 'orchestr8-module' ||
    (typeof kind === 'string' && kind.toLocaleLowerCase('en-US') === 'module')
  );
}

/** Reads a module's document; fields of another shape are absent. */
export function moduleDocument(document: SearchDocument): ModuleDocument {
  const { title, location, text } = document;
  const fields = document as unknown as Record<string, unknown>;
  const word = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { dependencies } = fields;
  return {
    title,
    location,
    text: word('description') ?? text,
    name: word('name'),
    version: word('version'),
    category: word('category'),
    team: word('team'),
    owner: word('owner'),
    dependencies: Array.isArray(dependencies)
      ? dependencies.filter((one): one is string => typeof one === 'string')
      : (word('dependencies') ?? '').split(/[\s,]+/).filter(Boolean),
  };
}
