import { EntityStatusItem } from '@backstage/catalog-model/alpha';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';

const TYPE = 'orchestr8.io/problem';
const SHAPE = /^(O8\w+) (\S+?):(\d+):(\d+) (.*)$/s;

/** Reads back what the catalog noted on an entity as `O8xxx file:line:column message`. */
export function problemOfStatus(item: EntityStatusItem): Problem[] {
  const match = item.type === TYPE && SHAPE.exec(item.message);
  if (!match) return [];
  const [, code, file, line, column, message] = match;
  return [
    {
      code,
      severity: item.level,
      file,
      line: Number(line),
      column: Number(column),
      message,
    },
  ];
}
