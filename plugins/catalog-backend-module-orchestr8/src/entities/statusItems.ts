import { Entity } from '@backstage/catalog-model';
import { EntityStatusItem } from '@backstage/catalog-model/alpha';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { formatProblem } from './formatProblem';

/** Type of the status items that carry the problems of a module. */
export const PROBLEM_STATUS = 'orchestr8.io/problem';

/** Type that the catalog's own error panel shows. */
const PROCESSING_STATUS = 'backstage.io/catalog-processing';

type WithStatus = Entity & { status?: { items?: EntityStatusItem[] } };

/** An item with `CODE FILE:LINE:COLUMN message hint`. */
export function problemItem(problem: Problem): EntityStatusItem {
  const { code, severity, file, line, column, message, hint } = problem;
  return {
    type: PROBLEM_STATUS,
    level: severity,
    message: `${code} ${file}:${line}:${column} ${message}${
      hint ? ` ${hint}` : ''
    }`,
  };
}

/**
 * The items of a file's problems. Errors come once more in the form that the
 * catalog's own error panel and its filter "Has errors" understand.
 *
 * @param file - path of the file, for people
 */
export function statusItems(
  problems: readonly Problem[],
  file: string,
): EntityStatusItem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const items = problems.map(problemItem);
  if (errors.length > 0) {
    const message = errors
      .map(problem => formatProblem(problem, file))
      .join('\n');
    items.push({
      type: PROCESSING_STATUS,
      level: 'error',
      message,
      error: { name: 'InputError', message },
    });
  }
  return items;
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
