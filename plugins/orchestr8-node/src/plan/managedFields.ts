import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/**
 * Fields as `fieldsV1` tells them: `f:name` is a field, `k:{…}` an item of a
 * list by its keys, `v:…` an item of a set, `.` the thing itself. `{}` is owned
 * in whole.
 */
export interface FieldSet {
  [key: string]: FieldSet;
}

/** One entry of `metadata.managedFields`. */
export interface ManagedFields {
  manager: string;
  operation: 'Apply' | 'Update';
  /** Version in which its fields are told. */
  apiVersion?: string;
  subresource?: string;
  time?: string;
  fieldsV1?: FieldSet;
}

/** Who wrote what of an object. */
export function managedFieldsOf(object: KubernetesObject): ManagedFields[] {
  return (object.metadata.managedFields ?? []) as ManagedFields[];
}

/** What is owned below a key; `undefined` when nothing is. */
export function below(
  set: FieldSet | undefined,
  key: string,
): FieldSet | undefined {
  return set && Object.hasOwn(set, key) ? set[key] : undefined;
}

/** The thing is owned with all that is in it. */
export function isWhole(set: FieldSet): boolean {
  return Object.keys(set).length === 0;
}

/** Keys of the items of a list that any of the sets knows, as the API server pairs them; empty for one that is replaced as a whole. */
export function itemKeys(sets: readonly (FieldSet | undefined)[]): string[] {
  const keys = sets.flatMap(set => Object.keys(set ?? {}));
  return [...new Set(keys.filter(key => /^[kv]:/.test(key)))];
}

/** The item that a key is of: `k:` by the fields that the item has, `v:` by its value. */
export function itemOf(items: readonly unknown[], key: string): unknown {
  const wanted: unknown = JSON.parse(key.slice(2));
  if (key.startsWith('v:')) return items.find(item => item === wanted);
  const pairs = Object.entries(wanted as Record<string, unknown>);
  return items.find(item => {
    const record = (item ?? {}) as Record<string, unknown>;
    const some = pairs.some(([name]) => name in record);
    // What a manifest leaves out is a default there: `protocol` of a port.
    return (
      some &&
      pairs.every(
        ([name, value]) => !(name in record) || record[name] === value,
      )
    );
  });
}

/** `[name=app]`, after the item's first key. */
export function itemPath(key: string): string {
  const named: unknown = JSON.parse(key.slice(2));
  if (typeof named !== 'object' || named === null) return `[${named}]`;
  const [[name, value]] = Object.entries(named);
  return `[${name}=${value}]`;
}
