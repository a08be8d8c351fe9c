import { at, isObject, Located, Path, toPointer } from '../yaml/Located';

/** Lists whose entries are matched by `name`; all others are replaced. */
const BY_NAME = new Set(['alerts', 'ports', 'dependencies']);
/** Of these a probe has one, and an alert; another one pushes it out. */
const ALTERNATIVES = [
  ['httpGet', 'tcpSocket', 'grpc', 'exec'],
  ['condition', 'expr', 'slo'],
];

/** Pointer of a part of the result → where that part came from. */
export type Origins = Map<string, { source: Located; path: Path }>;

/** One side of a merge: a part of a source, and its value. */
export interface Side {
  source: Located;
  path: Path;
  value: unknown;
}

/** Where a part of the result stands in it, and where its origin is to be noted, if it is wanted. */
interface Place {
  path: Path;
  origins?: Origins;
}

/** A whole source as a side. */
export const wholeOf = (source: Located): Side => ({
  source,
  path: [],
  value: source.value,
});

/**
 * Lays `over` on `under`: objects deeply, `alerts`, `ports` and `dependencies`
 * by name, everything else by replacement. Notes where every part came from
 * when `origins` are given.
 */
export function mergeLocated(under: Side, over: Side, result: Place): unknown {
  const low = under.value;
  const high = over.value;
  if (high === undefined) return copy(under, result);
  if (low === undefined) return copy(over, result);
  result.origins?.set(toPointer(result.path), over);
  if (isObject(low) && isObject(high)) {
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(low), ...Object.keys(high)])) {
      if (isReplaced(key, low, high)) continue;
      const kept = !result.origins && !Object.hasOwn(high, key);
      merged[key] = kept
        ? plainCopy(low[key])
        : mergeLocated(child(under, key), child(over, key), {
            path: [...result.path, key],
            origins: result.origins,
          });
    }
    return merged;
  }
  const key = String(result.path[result.path.length - 1]);
  if (Array.isArray(low) && Array.isArray(high) && BY_NAME.has(key)) {
    return mergeByName(under, over, result);
  }
  return copy(over, result);
}

function mergeByName(
  under: Side,
  over: Side,
  { path, origins }: Place,
): unknown[] {
  const low = under.value as unknown[];
  const high = over.value as unknown[];
  const merged: unknown[] = [];
  low.forEach((item, index) => {
    const name = at(item, ['name']);
    const match = high.findIndex(other => at(other, ['name']) === name);
    const place = { path: [...path, merged.length], origins };
    merged.push(
      match < 0
        ? copy(child(under, index), place)
        : mergeLocated(child(under, index), child(over, match), place),
    );
  });
  high.forEach((item, index) => {
    const name = at(item, ['name']);
    if (low.some(other => at(other, ['name']) === name)) return;
    merged.push(
      copy(child(over, index), { path: [...path, merged.length], origins }),
    );
  });
  return merged;
}

/** Takes a part as it is; nothing of it is shared with its source. */
export function copy(side: Side, { path, origins }: Place): unknown {
  if (!origins) return plainCopy(side.value);
  origins.set(toPointer(path), side);
  const { value } = side;
  const inner = (key: string | number) =>
    copy(child(side, key), { path: [...path, key], origins });
  if (Array.isArray(value)) return value.map((_, index) => inner(index));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.keys(value).map(key => [key, inner(key)]));
}

function plainCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainCopy);
  if (!isObject(value)) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) result[key] = plainCopy(value[key]);
  return result;
}

const child = (side: Side, key: string | number): Side => ({
  source: side.source,
  path: [...side.path, key],
  value: at(side.value, [key]),
});

function isReplaced(
  key: string,
  low: Record<string, unknown>,
  high: Record<string, unknown>,
): boolean {
  const others = ALTERNATIVES.find(names => names.includes(key));
  return (
    others !== undefined &&
    key in low &&
    !(key in high) &&
    others.some(name => name in high)
  );
}
