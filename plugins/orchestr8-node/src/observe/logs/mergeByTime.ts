import { PlacedLine } from './Place';

/** One list that is being merged: what of it has been read and not yet given on. */
interface Head {
  lists: AsyncIterator<readonly PlacedLine[]>;
  lines: readonly PlacedLine[];
}

/**
 * Merges logs that are each in the order of their places; lines of the same
 * instant keep the order of the logs. Reads no faster than it is read, and
 * holds one bunch of lines of each log.
 */
export async function* mergeByTime(
  logs: readonly AsyncIterable<readonly PlacedLine[]>[],
): AsyncGenerator<PlacedLine[]> {
  let heads: Head[] = logs.map(log => ({
    lists: log[Symbol.asyncIterator](),
    lines: [],
  }));
  try {
    while (heads.length > 0) {
      // Mostly one or two of many: the others still have lines at hand.
      const spent = heads.filter(({ lines }) => lines.length === 0);
      await Promise.all(spent.map(fill));
      heads = heads.filter(({ lines }) => lines.length > 0);
      if (heads.length === 0) return;
      // Behind the first bunch that ends, its log may have more to say.
      const until = heads
        .map(({ lines }) => lines[lines.length - 1].at)
        .reduce((least, at) => (at < least ? at : least));
      yield inOrder(heads.map(head => takeUntil(head, until)));
    }
  } finally {
    await Promise.all(heads.map(({ lists }) => lists.return?.()));
  }
}

async function fill(head: Head): Promise<void> {
  while (head.lines.length === 0) {
    const next = await head.lists.next();
    if (next.done) return;
    head.lines = next.value;
  }
}

function takeUntil(head: Head, until: string): readonly PlacedLine[] {
  const { lines } = head;
  const end = countUntil(lines, { from: 0, until });
  head.lines = lines.slice(end);
  return end === lines.length ? lines : lines.slice(0, end);
}

/** How many lines stand at `until` or before, counted from the list's beginning. */
export function countUntil(
  lines: readonly PlacedLine[],
  options: { from: number; until: string },
): number {
  const { from, until } = options;
  if (from >= lines.length || lines[lines.length - 1].at <= until) {
    return lines.length;
  }
  let low = from;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle].at <= until) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lists that are each in order, as one; a list that comes first goes first where stamps are the same. */
export function inOrder<T extends { readonly at: string }>(
  lists: readonly (readonly T[])[],
): T[] {
  const filled = lists.filter(list => list.length > 0);
  if (filled.length < 2) return filled[0]?.slice() ?? [];
  let round: T[][] = inPairs(filled);
  while (round.length > 1) round = inPairs(round);
  return round[0];
}

function inPairs<T extends { readonly at: string }>(
  lists: readonly (readonly T[])[],
): T[][] {
  const pairs: T[][] = [];
  for (let at = 0; at < lists.length; at += 2) {
    pairs.push(merged(lists[at], lists[at + 1] ?? []));
  }
  return pairs;
}

function merged<T extends { readonly at: string }>(
  first: readonly T[],
  second: readonly T[],
): T[] {
  const all: T[] = [];
  let [a, b] = [0, 0];
  while (a < first.length && b < second.length) {
    if (second[b].at < first[a].at) {
      all.push(second[b]);
      b += 1;
    } else {
      all.push(first[a]);
      a += 1;
    }
  }
  for (; a < first.length; a++) all.push(first[a]);
  for (; b < second.length; b++) all.push(second[b]);
  return all;
}
