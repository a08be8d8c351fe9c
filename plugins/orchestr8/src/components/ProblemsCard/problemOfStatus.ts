import { EntityStatusItem } from '@backstage/catalog-model/alpha';
import { NotedProblem } from './NotedProblem';

const TYPE = 'orchestr8.io/problem';
const SHAPE = /^(O8\w+) ([^\s:]+)(?::(\d+))?(?::(\d+))?:? (.*)$/s;

/** Reads back what the catalog noted on an entity as `O8xxx file:line:column message`; line and column may be missing. */
export function problemOfStatus(item: EntityStatusItem): NotedProblem[] {
  const match = item.type === TYPE && SHAPE.exec(item.message);
  if (!match) return [];
  const [, code, file, line, column, message] = match;
  return [
    {
      code,
      severity: item.level,
      file,
      line: line === undefined ? undefined : Number(line),
      column: column === undefined ? undefined : Number(column),
      message,
    },
  ];
}
