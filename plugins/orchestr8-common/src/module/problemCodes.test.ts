import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RENDERED_CODES } from './codes/renderedCodes';
import { PROBLEM_CODES } from './problemCodes';

/** Of the catalog, where it is known who and what there is besides the module, and of the engine, which renders. */
const USED_ELSEWHERE = [
  'O8160',
  'O8161',
  'O8162',
  'O8163',
  'O8164',
  ...Object.keys(RENDERED_CODES),
];
const ROOT = resolve(__dirname, '../..');

/** Every code that a source file or a schema names, the table itself aside. */
function namedCodes(): Set<string> {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true })
    .map(String)
    .filter(file => file.endsWith('.ts') && !file.includes('.test.'))
    .filter(file => !/\b(codes|__fixtures__)\b/.test(file))
    .map(file => join(ROOT, 'src', file));
  const schemas = readdirSync(join(ROOT, 'schema')).map(file =>
    join(ROOT, 'schema', file),
  );
  const texts = [...sources, ...schemas].map(file =>
    readFileSync(file, 'utf8'),
  );
  return new Set(
    texts.flatMap(text => text.match(/(?<=['"])O8\d{3}(?=['"])/g) ?? []),
  );
}

describe('the table of codes', () => {
  it('has every code that is used, and none besides', () => {
    const table = Object.keys(PROBLEM_CODES).filter(
      name => !USED_ELSEWHERE.includes(name),
    );
    expect([...namedCodes()].sort()).toEqual(table.sort());
  });

  it.each(Object.entries(PROBLEM_CODES))(
    '%s has a title, a cause and a cure in sentences',
    (_, { title, cause, cure }) => {
      expect(title).toMatch(/^\w.*[^.]$/s);
      expect(cause).toMatch(/^[`A-Z].*\.$/s);
      expect(cure).toMatch(/^[`A-Z].*\.$/s);
    },
  );
});
