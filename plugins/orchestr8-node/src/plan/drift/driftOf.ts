import {
  FieldDrift,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import equal from 'fast-deep-equal';
import { fieldPath } from '../fieldPath';
import { isRecord } from '../isRecord';
import { maskSecret } from '../../secrets/maskSecret';
import { addedFields } from './addedFields';
import { isAutoscaler } from './isAutoscaler';
import {
  below,
  FieldSet,
  isWhole,
  itemKeys,
  itemOf,
  itemPath,
  ManagedFields,
  managedFieldsOf,
} from '../managedFields';

/** One place in the object, as declared, as live, and whose it is. */
interface Place {
  path: string;
  declared: unknown;
  live: unknown;
  ours: FieldSet | undefined;
  others: { by: ManagedFields; fields: FieldSet | undefined }[];
}

/**
 * Fields of an object that are not as they were deployed, and who changed
 * them. Pure. The cluster's own record of field owners tells: whoever changes
 * a value takes the field, so defaults and other spellings of the same value
 * are no drift. Replicas that an autoscaler set are none either.
 */
export function driftOf(
  declared: KubernetesObject,
  live: KubernetesObject,
  options: {
    fieldManager: string;
    /** What is secret wherever it stands. */
    known?: ReadonlySet<string>;
  },
): FieldDrift[] {
  const entries = managedFieldsOf(live).filter(
    ({ subresource }) => subresource !== 'status',
  );
  const isOurs = ({ manager, operation }: ManagedFields) =>
    manager === options.fieldManager && operation === 'Apply';
  const others = entries.filter(entry => !isOurs(entry));
  const {
    apiVersion: _,
    kind: __,
    status: ___,
    ...wanted
  } = asStored(declared);
  const drifts: FieldDrift[] = [];
  compare(
    {
      path: '',
      declared: wanted,
      live,
      ours: entries.find(isOurs)?.fieldsV1,
      others: others.map(by => ({ by, fields: by.fieldsV1 })),
    },
    drifts,
  );
  return [
    ...drifts,
    ...addedFields(live, { managers: others, declared: wanted }),
  ].map(drift => masked(drift, declared, options.known));
}

/** `stringData` is only ever written: it is kept as `data`. */
function asStored(object: KubernetesObject): KubernetesObject {
  const { stringData, ...kept } = object;
  if (!stringData) return object;
  const encoded = Object.entries(stringData as Record<string, string>).map(
    ([key, text]) => [key, Buffer.from(text).toString('base64')],
  );
  return { ...kept, data: { ...kept.data, ...Object.fromEntries(encoded) } };
}

function compare(place: Place, drifts: FieldDrift[]): void {
  const { path, declared, live, ours, others } = place;
  if (declared === undefined || declared === null) return;
  if (ours && isWhole(ours)) return;
  if (equal(declared, live)) return;
  if (NOT_COMPARED.has(path)) return;
  const at = (key: string, step: Pick<Place, 'path' | 'declared' | 'live'>) =>
    compare(
      {
        ...step,
        ours: below(ours, key),
        others: others.map(({ by, fields }) => ({
          by,
          fields: below(fields, key),
        })),
      },
      drifts,
    );
  if (Array.isArray(declared) && Array.isArray(live)) {
    const keys = itemKeys([ours, ...others.map(({ fields }) => fields)]);
    const known = keys.filter(key => itemOf(declared, key) !== undefined);
    for (const key of known) {
      at(key, {
        path: `${path}${itemPath(key)}`,
        declared: itemOf(declared, key),
        live: itemOf(live, key),
      });
    }
    // An item of a list with keys that nobody owns any more was taken away.
    const left = new Set(known.map(key => itemOf(declared, key)));
    if (keys.length > 0) {
      for (const item of declared.filter(one => !left.has(one))) {
        if (live.some(one => covers(one, item))) continue;
        drifts.push({
          path: `${path}${nameOfItem(item)}`,
          from: item,
          ...whoRemoved(others),
        });
      }
      return;
    }
  } else if (isRecord(declared) && isRecord(live)) {
    for (const key of Object.keys(declared)) {
      at(`f:${key}`, {
        path: fieldPath(path, key),
        declared: declared[key],
        live: live[key],
      });
    }
    return;
  }
  const owners = others.filter(({ fields }) => fields !== undefined);
  if (owners.some(({ by }) => isAutoscaler(by, path))) return;
  const owner = newest(owners.map(({ by }) => by));
  drifts.push({
    path,
    from: declared,
    ...(live === undefined
      ? whoRemoved(others)
      : { to: live, manager: owner?.manager, at: owner?.time }),
  });
}

/** Says where the object is, not what. */
const NOT_COMPARED = new Set(['metadata.name', 'metadata.namespace']);

/** Nobody owns what is not there: told only where no more than one manager can have been it. */
function whoRemoved(
  others: Place['others'],
): Pick<FieldDrift, 'manager' | 'at'> {
  const writers = others
    .map(({ by }) => by)
    .filter(
      ({ operation, subresource }) => operation === 'Update' && !subresource,
    );
  if (new Set(writers.map(({ manager }) => manager)).size !== 1) return {};
  const last = newest(writers);
  return { manager: last?.manager, at: last?.time };
}

/** Of the same second, the first by name: times are told in seconds. */
function newest(entries: readonly ManagedFields[]): ManagedFields | undefined {
  return [...entries].sort(
    (a, b) =>
      (b.time ?? '').localeCompare(a.time ?? '') ||
      a.manager.localeCompare(b.manager),
  )[0];
}

/** All that the item says holds of the live one, whatever else does. */
function covers(live: unknown, item: unknown): boolean {
  if (!isRecord(live) || !isRecord(item)) return equal(live, item);
  return Object.entries(item).every(([key, value]) => covers(live[key], value));
}

function nameOfItem(item: unknown): string {
  const [first] = isRecord(item)
    ? ['name', ...Object.keys(item)].filter(key => key in item)
    : [];
  return first ? `[${first}=${(item as Record<string, unknown>)[first]}]` : '';
}

function masked(
  drift: FieldDrift,
  object: KubernetesObject,
  known: ReadonlySet<string> | undefined,
): FieldDrift {
  const { path, from: before, to: after, ...who } = drift;
  const shown = maskSecret(
    {
      path,
      ...('from' in drift ? { before } : {}),
      ...('to' in drift ? { after } : {}),
    },
    object,
    known,
  );
  return {
    path,
    ...('before' in shown ? { from: shown.before } : {}),
    ...('after' in shown ? { to: shown.after } : {}),
    ...who,
  };
}
