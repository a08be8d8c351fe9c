import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MY_SERVICE } from './__fixtures__/myService';
import { Language } from './Language.generated';
import { Module } from './Module';
import { parseModuleText } from './parseModuleText';
import { schemaErrors, SchemaName } from './shape/schemas';

const SCHEMAS = resolve(__dirname, '../../schema');
const TYPES = join(__dirname, 'Language.generated.ts');

/** The three files of the language in one, so that what they share becomes one type. */
const FILES: Record<SchemaName, string> = {
  module: 'o8-module.schema.json',
  overlay: 'overlay.schema.json',
  template: 'module-template.schema.json',
};
const LANGUAGE = {
  title: 'Language',
  description: 'What each file of the language holds, as it is written.',
  type: 'object',
  additionalProperties: false,
  required: Object.keys(FILES),
  properties: Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [name, { $ref: file }]),
  ),
};

/** A module with its defaults is still a module: the compiler holds the two types together. */
const asWritten = (module: Module): Language['module'] => module;

describe('types and schemas of the language', () => {
  it('say the same (O8_UPDATE_TYPES=1 writes the generated types)', () => {
    const folder = dirname(
      require.resolve('json-schema-to-typescript/package.json'),
    );
    const generated = execFileSync(
      process.execPath,
      [
        join(folder, 'dist/src/cli.js'),
        '--no-format',
        '--ignoreMinAndMaxItems',
        '--bannerComment=/* eslint-disable */ // Made from the schemas.',
      ],
      { cwd: SCHEMAS, input: JSON.stringify(LANGUAGE), encoding: 'utf8' },
    );
    if (process.env.O8_UPDATE_TYPES) writeFileSync(TYPES, generated);
    expect(readFileSync(TYPES, 'utf8')).toBe(generated);
  });

  it('agree on a module that got its defaults', () => {
    const { module } = parseModuleText(MY_SERVICE);
    expect(schemaErrors('module', asWritten(module!))).toEqual([]);
  });
});
