import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { canonicalJson } from './canonicalJson';
import { isRecord } from './isRecord';
import { FieldSet, isWhole, itemKeys, managedFieldsOf } from './managedFields';

/** Never in `managedFields`: they say which object it is, not what it says. */
const UNOWNED_METADATA = new Set(['name', 'namespace']);

/**
 * Whether applying the manifest would surely change nothing: the cluster
 * records that the field manager applied just these fields, and all of them
 * are live with just these values. Pure. `false` says only that the cluster
 * has to be asked: a value that it spells otherwise, a field that somebody
 * took over, one that the manifest has no more.
 */
export function standsAlready(
  declared: KubernetesObject,
  live: KubernetesObject,
  options: { fieldManager: string },
): boolean {
  if (live.metadata.deletionTimestamp) return false;
  const ours = managedFieldsOf(live).filter(
    ({ manager, operation, subresource }) =>
      manager === options.fieldManager &&
      operation === 'Apply' &&
      subresource === undefined,
  );
  const [entry] = ours;
  if (ours.length !== 1 || entry.apiVersion !== declared.apiVersion) {
    return false;
  }
  const { apiVersion: _, kind: __, metadata, ...content } = declared;
  const said = Object.fromEntries(
    Object.entries(metadata).filter(([key]) => !UNOWNED_METADATA.has(key)),
  );
  const wanted =
    Object.keys(said).length > 0 ? { ...content, metadata: said } : content;
  return stands(wanted, live, entry.fieldsV1 ?? {});
}

function stands(declared: unknown, live: unknown, owned: FieldSet): boolean {
  if (isWhole(owned)) return equal(declared, live);
  if (Array.isArray(declared)) {
    return Array.isArray(live) && itemsStand(declared, live, owned);
  }
  if (!isRecord(declared) || !isRecord(live)) return false;
  const fields = Object.keys(owned).filter(key => key !== '.');
  const keys = Object.keys(declared);
  return (
    fields.length === keys.length &&
    keys.every(
      key =>
        Object.hasOwn(owned, `f:${key}`) &&
        Object.hasOwn(live, key) &&
        stands(declared[key], live[key], owned[`f:${key}`]),
    )
  );
}

/** Items paired by the keys of the list; each side has them in the same order. */
function itemsStand(
  declared: readonly unknown[],
  live: readonly unknown[],
  owned: FieldSet,
): boolean {
  const keys = itemKeys([owned]);
  if (keys.length !== declared.length) return false;
  const places = declared.map(item => {
    const candidates = keys.filter(key => isOf(item, key));
    if (candidates.length !== 1) return -1;
    const [key] = candidates;
    return live.findIndex(
      one => hasKey(one, key) && stands(item, one, owned[key]),
    );
  });
  return places.every(
    (place, index) => place >= 0 && (index === 0 || place > places[index - 1]),
  );
}

function equal(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}

/** What a manifest leaves out of the key is a default there: `protocol` of a port. */
function isOf(item: unknown, key: string): boolean {
  const wanted: unknown = JSON.parse(key.slice(2));
  if (key.startsWith('v:')) return equal(item, wanted);
  return (
    isRecord(item) &&
    isRecord(wanted) &&
    Object.entries(wanted).every(
      ([name, value]) => !(name in item) || equal(item[name], value),
    )
  );
}

function hasKey(item: unknown, key: string): boolean {
  const wanted: unknown = JSON.parse(key.slice(2));
  if (key.startsWith('v:')) return equal(item, wanted);
  return (
    isRecord(item) &&
    isRecord(wanted) &&
    Object.entries(wanted).every(([name, value]) => equal(item[name], value))
  );
}
