import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { timeKey } from './timeKey';

/**
 * Merges lists that are each in the order of time; lines of the same instant
 * keep the order of the lists. With `last`, only that many of the newest.
 */
export function mergeByTime(
  lists: readonly (readonly LogLine[])[],
  options: { last?: number } = {},
): LogLine[] {
  const heads = lists
    .filter(list => list.length > 0)
    .map(list => ({ list, at: 0, key: timeKey(list[0].time) }));
  const merged: LogLine[] = [];
  while (heads.length > 0) {
    let first = 0;
    for (let i = 1; i < heads.length; i++) {
      if (heads[i].key < heads[first].key) first = i;
    }
    const head = heads[first];
    merged.push(head.list[head.at]);
    head.at += 1;
    if (head.at === head.list.length) heads.splice(first, 1);
    else head.key = timeKey(head.list[head.at].time);
  }
  const { last } = options;
  return last !== undefined && merged.length > last
    ? merged.slice(merged.length - last)
    : merged;
}
