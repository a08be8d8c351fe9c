import { ErrorObject } from 'ajv';
import moduleSchema from '../../../schema/o8-module.schema.json';
import overlaySchema from '../../../schema/overlay.schema.json';
import templateSchema from '../../../schema/module-template.schema.json';
import {
  moduleShape,
  overlayShape,
  templateShape,
} from './validators.generated';

/**
 * A schema by its address. The files of those that refer to their neighbour do
 * not name it: editors would look for the neighbour there, not beside the file.
 */
const at = (file: string, schema: object): Record<string, unknown> => ({
  $id: `https://orchestr8.io/schema/v1/${file}`,
  ...schema,
});

/** The JSON Schemas (draft 7) of the language. @public */
export const SCHEMAS = {
  module: moduleSchema as Record<string, unknown>,
  overlay: at('overlay.schema.json', overlaySchema),
  template: at('module-template.schema.json', templateSchema),
};

/** @public */
export type SchemaName = keyof typeof SCHEMAS;

/** Answers whether a value is as it should be, and leaves behind what is not. */
interface Validator {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}

/** Compiled beforehand: compiling takes a tenth of a second, and leave to evaluate text. */
const VALIDATORS: Record<SchemaName, Validator> = {
  module: moduleShape,
  overlay: overlayShape,
  template: templateShape,
};

/** All violations of a schema. */
export function schemaErrors(name: SchemaName, value: unknown): ErrorObject[] {
  const validate = VALIDATORS[name];
  return validate(value) ? [] : [...(validate.errors ?? [])];
}
