import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MY_SERVICE } from './__fixtures__/myService';
import { Module } from './Module';
import { Orchestr8Module } from './ModuleSource.generated';
import { parseModuleText } from './parseModuleText';
import { schemaErrors } from './shape/schemas';

const SCHEMA = resolve(__dirname, '../../schema/o8-module.schema.json');
const TYPES = join(__dirname, 'ModuleSource.generated.ts');

/** A module with its defaults is still a module: the compiler holds the two types together. */
const asWritten = (module: Module): Orchestr8Module => module;

describe('types and schema of a module', () => {
  it('say the same (O8_UPDATE_TYPES=1 writes the generated types)', () => {
    const folder = dirname(
      require.resolve('json-schema-to-typescript/package.json'),
    );
    const generated = execFileSync(
      process.execPath,
      [
        join(folder, 'dist/src/cli.js'),
        `--input=${SCHEMA}`,
        '--no-format',
        '--ignoreMinAndMaxItems',
        '--bannerComment=/* eslint-disable */ // Made from schema/o8-module.schema.json.',
      ],
      { encoding: 'utf8' },
    );
    if (process.env.O8_UPDATE_TYPES) writeFileSync(TYPES, generated);
    expect(readFileSync(TYPES, 'utf8')).toBe(generated);
  });

  it('agree on a module that got its defaults', () => {
    const { module } = parseModuleText(MY_SERVICE);
    expect(schemaErrors('module', asWritten(module!))).toEqual([]);
  });
});
