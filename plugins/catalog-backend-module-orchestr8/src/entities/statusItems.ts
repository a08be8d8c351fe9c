import { Entity } from '@backstage/catalog-model';
import { EntityStatusItem } from '@backstage/catalog-model/alpha';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { formatProblem } from './formatProblem';

/** Type of the status items that carry the problems of a module. */
export const PROBLEM_STATUS = 'orchestr8.io/problem';

/** Type that the catalog's own error panel shows. */
const PROCESSING_STATUS = 'backstage.io/catalog-processing';

/** A status item that leads to the line it speaks of. */
export type LinkedStatusItem = EntityStatusItem & {
  /** URL of the line at the source; absent for files that have none. */
  url?: string;
};

/** URL of a line of the file that an entity came from; undefined when it has none. */
export type LineLink = (line: number) => string | undefined;

type WithStatus = Entity & { status?: { items?: EntityStatusItem[] } };

/** An item with `CODE FILE:LINE:COLUMN message hint`. */
function problemItem(problem: Problem, link: LineLink): LinkedStatusItem {
  const { code, severity, file, line, column, message, hint } = problem;
  const url = link(line);
  return {
    type: PROBLEM_STATUS,
    level: severity,
    message: `${code} ${file}:${line}:${column} ${message}${
      hint ? ` ${hint}` : ''
    }`,
    ...(url ? { url } : {}),
  };
}

/**
 * The items of a file's problems. Errors come once more in the form that the
 * catalog's own error panel and its filter "Has errors" understand.
 *
 * @param file - path or URL of the file, for people
 */
export function statusItems(
  problems: readonly Problem[],
  { file, link }: { file: string; link: LineLink },
): LinkedStatusItem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const items = problems.map(problem => problemItem(problem, link));
  if (errors.length === 0) return items;
  const message = errors
    .map(problem => formatProblem(problem, file))
    .join('\n');
  return [
    ...items,
    {
      type: PROCESSING_STATUS,
      level: 'error',
      message,
      error: { name: 'InputError', message },
    },
  ];
}

/** The entity with further items in its status; the entity itself stays as it is. */
export function withStatus<T extends Entity>(
  entity: T,
  items: readonly EntityStatusItem[],
): T {
  if (items.length === 0) return entity;
  const { status } = entity as WithStatus;
  return {
    ...entity,
    status: { ...status, items: [...(status?.items ?? []), ...items] },
  };
}
