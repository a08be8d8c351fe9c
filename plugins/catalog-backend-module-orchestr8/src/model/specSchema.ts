import { JsonObject, JsonValue } from '@backstage/types';
import {
  SCHEMAS,
  SchemaName,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/**
 * The published schema of a kind's `spec`, as the catalog's model takes it:
 * without references, and without words of our own. Nothing in it is required,
 * so that a placeholder for a broken file passes; what is required is checked
 * where it has a line and a column.
 */
export function specSchema(name: SchemaName): JsonObject {
  const root = SCHEMAS[name] as JsonObject;
  const { required, ...spec } = plain(
    (root.properties as JsonObject).spec,
    root,
  ) as JsonObject;
  return spec;
}

function plain(schema: JsonValue | undefined, root: JsonObject): JsonValue {
  if (Array.isArray(schema)) return schema.map(item => plain(item, root));
  if (typeof schema !== 'object' || schema === null) return schema ?? {};
  const { $ref, ...own } = schema;
  const target =
    typeof $ref === 'string' ? (plain(at($ref, root), root) as JsonObject) : {};
  return {
    ...target,
    ...Object.fromEntries(
      Object.entries(own)
        .filter(([key]) => !key.startsWith('x-') && !OURS.includes(key))
        .map(([key, value]) => [key, plain(value, root)]),
    ),
  };
}

/** For editors; validators that are strict refuse what they do not know. */
const OURS = ['patternErrorMessage'];

function at(ref: string, root: JsonObject): JsonValue | undefined {
  const [address, pointer] = ref.split('#');
  const start = address.startsWith('o8-module.')
    ? (SCHEMAS.module as JsonObject)
    : root;
  return pointer
    .split('/')
    .slice(1)
    .reduce<JsonValue | undefined>(
      (value, key) => (value as JsonObject)[key],
      start,
    );
}
