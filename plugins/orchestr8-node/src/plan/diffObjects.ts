import {
  FieldChange,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import equal from 'fast-deep-equal';
import { fieldPath } from './fieldPath';
import { isRecord } from './isRecord';
import { maskSecret } from '../secrets/maskSecret';
import { withoutServerFields } from './withoutServerFields';

/**
 * What differs between two states of one object, field by field; what only
 * the server writes is left out, and what is secret is masked, `known` to be or
 * by its looks. An absent `before` lists every field of `after`.
 */
export function diffObjects(
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  options: { known?: ReadonlySet<string> } = {},
): FieldChange[] {
  const changes: FieldChange[] = [];
  compare(
    before && withoutServerFields(before),
    withoutServerFields(after),
    '',
    changes,
  );
  return changes.map(change => maskSecret(change, after, options.known));
}

function compare(
  before: unknown,
  after: unknown,
  path: string,
  changes: FieldChange[],
): void {
  if (equal(before, after)) return;
  const items = namedItems(before, after);
  if (items) {
    for (const [key, [old, next]] of items) {
      compare(old, next, `${path}[${key}]`, changes);
    }
    return;
  }
  if (isRecord(before ?? {}) && isRecord(after ?? {}) && (before ?? after)) {
    const [old, next] = [before ?? {}, after ?? {}] as Record<
      string,
      unknown
    >[];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
    if (keys.length > 0) {
      for (const key of keys.sort()) {
        compare(old[key], next[key], fieldPath(path, key), changes);
      }
      return;
    }
  }
  changes.push({
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}

/** Names by which Kubernetes' lists know their items, in the order in which they are tried. */
const ITEM_KEYS = [
  'name',
  'alert',
  'containerPort',
  'port',
  'mountPath',
  'host',
];

/** Items of two lists paired by their common key; `undefined` when they have none. */
function namedItems(
  before: unknown,
  after: unknown,
): Map<string, [unknown, unknown]> | undefined {
  const lists = [before ?? [], after ?? []];
  if (!lists.every(Array.isArray) || (!before && !after)) return undefined;
  const [old, next] = lists as unknown[][];
  const all = [...old, ...next];
  const key = ITEM_KEYS.find(
    candidate =>
      all.length > 0 && [old, next].every(list => identifies(candidate, list)),
  );
  if (!key) return undefined;
  const pairs = new Map<string, [unknown, unknown]>();
  const nameOf = (item: unknown) =>
    `${key}=${(item as Record<string, unknown>)[key]}`;
  old.forEach(item => pairs.set(nameOf(item), [item, undefined]));
  next.forEach(item =>
    pairs.set(nameOf(item), [pairs.get(nameOf(item))?.[0], item]),
  );
  return pairs;
}

function identifies(key: string, items: unknown[]): boolean {
  const values = items.map(item => (isRecord(item) ? item[key] : undefined));
  return (
    values.every(
      value => typeof value === 'string' || typeof value === 'number',
    ) && new Set(values).size === values.length
  );
}
