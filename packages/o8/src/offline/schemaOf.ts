import {
  SCHEMAS,
  SchemaName,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** File name of each schema, wherever it is published. */
export const SCHEMA_FILES: Record<SchemaName, string> = {
  module: 'o8-module.schema.json',
  overlay: 'overlay.schema.json',
  template: 'module-template.schema.json',
};

type Schema = Record<string, unknown>;

/**
 * The JSON Schema that editors check a file with. What it shares with the schema
 * of modules is copied into it: alone in a folder it needs no network.
 */
export function schemaOf(which: SchemaName): Schema {
  const schema = SCHEMAS[which];
  if (which === 'module') return schema;
  const shared = SCHEMAS.module.definitions as Schema;
  const definitions: Schema = {};
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === '$ref' ? take(String(inner)) : copy(inner),
      ]),
    );
  };
  const take = (reference: string): string => {
    const pointer = reference.replace(SCHEMA_FILES.module, '');
    const name = pointer.split('/')[2];
    if (!(name in definitions)) {
      // Said before it is made: definitions may refer to one another in a circle.
      definitions[name] = true;
      definitions[name] = copy(shared[name]);
    }
    return pointer;
  };
  return { ...(copy(schema) as Schema), definitions };
}
