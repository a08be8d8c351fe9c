import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMAS } from './schemas';

const FILE = join(__dirname, 'validators.generated.ts');
const NAMES = {
  moduleShape: SCHEMAS.module,
  overlayShape: SCHEMAS.overlay,
  templateShape: SCHEMAS.template,
};
const HEADER = `/* eslint-disable */ // Made from the schemas.
// @ts-nocheck
import ucs2length from 'ajv/dist/runtime/ucs2length';
`;

/** The functions that Ajv makes of the schemas, as text; all that a violation tells is kept. */
function compileSchemas(): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  // `x-problem` names the code of a violation; the other is for editors and for us.
  ajv.addVocabulary(['x-problem', 'patternErrorMessage']);
  ajv.addSchema(Object.values(SCHEMAS));
  const names = Object.entries(NAMES).map(([name, { $id }]) => [name, $id]);
  return `${HEADER}${standaloneCode(ajv, Object.fromEntries(names))
    .replace(/^"use strict";/, '')
    .replaceAll(
      'require("ajv/dist/runtime/ucs2length").default',
      'ucs2length',
    )}`;
}

describe('the validators of the schemas', () => {
  it('are made from the schemas as they stand (O8_UPDATE_TYPES=1 writes them)', () => {
    const generated = compileSchemas();
    if (process.env.O8_UPDATE_TYPES) writeFileSync(FILE, generated);
    expect(readFileSync(FILE, 'utf8') === generated).toBe(true);
  });

  it('need nothing that a strict browser forbids', () => {
    expect(readFileSync(FILE, 'utf8')).not.toMatch(
      /\beval\(|new Function|require\(/,
    );
  });
});
