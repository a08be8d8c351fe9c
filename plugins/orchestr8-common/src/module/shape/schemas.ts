import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import moduleSchema from '../../../schema/o8-module.schema.json';
import overlaySchema from '../../../schema/overlay.schema.json';
import templateSchema from '../../../schema/module-template.schema.json';

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

const compiled = new Map<SchemaName, ValidateFunction>();
let ajv: Ajv | undefined;

/** All violations of a schema; schemas are compiled when first needed. */
export function schemaErrors(name: SchemaName, value: unknown): ErrorObject[] {
  let validate = compiled.get(name);
  if (!validate) {
    ajv ??= createAjv();
    validate = ajv.getSchema(SCHEMAS[name].$id as string)!;
    compiled.set(name, validate);
  }
  return validate(value) ? [] : [...(validate.errors ?? [])];
}

function createAjv(): Ajv {
  const instance = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    messages: false,
  });
  // `x-problem` names the code of a violation; the other is for editors and for us.
  instance.addVocabulary(['x-problem', 'patternErrorMessage']);
  instance.addSchema(Object.values(SCHEMAS));
  return instance;
}
