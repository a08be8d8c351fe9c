import {
  SCHEMAS,
  SchemaName,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** The JSON Schema that editors check a file with. */
export function schemaOf(which: SchemaName): Record<string, unknown> {
  return SCHEMAS[which];
}
