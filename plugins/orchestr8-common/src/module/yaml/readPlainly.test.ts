import fc from 'fast-check';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MY_SERVICE } from '../__fixtures__/myService';
import { readPlainly } from './readPlainly';
import { Path } from './Located';
import { readWithPositions, readYaml } from './readYaml';

const runs = process.env.O8_LONG ? 300_000 : 4_000;

/** What the quick way reads, the long way reads as well, without a word to say about it; both say the same of where it stands. */
function agrees(text: string) {
  const quick = readPlainly(text);
  if (quick === undefined) return;
  const { source, problems } = readWithPositions(text, 'f.yaml');
  expect({ text, problems }).toEqual({ text, problems: [] });
  expect({ text, value: quick }).toEqual({ text, value: source?.value });
  const found = readYaml(text, 'f.yaml').source;
  for (const path of pathsInto(quick)) {
    for (const part of ['key', 'value'] as const) {
      expect({ text, path, part, at: found?.locate(path, part) }).toEqual({
        ...{ text, path, part },
        at: source?.locate(path, part),
      });
    }
  }
}

/** The ways to all parts of a value, and to some that are not there. */
function pathsInto(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[], ['absent']];
  const further = Object.entries(value).flatMap(([key, part]) =>
    pathsInto(part).map(path => [Array.isArray(value) ? +key : key, ...path]),
  );
  return [[], ['absent'], [99], ...further];
}

const SCALARS = [
  ...['a', 'b c', 'yes', 'null', '~', '', 'a: b', 'a:b', 'x #c', 'x#c', '<<'],
  ...['0', '1', '-1', '-0', '007', '0x1F', '0o17', '1.0', '1.5', '1e3', '.5'],
  ...['1_000', '1:30', '2001-01-01', '64Mi', '0xA', '0b1', '1.2.3', '+1', '5.'],
  ...['"a"', "'a'", '"a: b"', '"#"', '"\\n"', "'it''s'", '"', "'", '"a" b'],
  ...['[a, b]', '{ a: 1 }', '{}', '[]', '[a, , b]', '{ a }', '[a: b]', '[[a]]'],
  ...[
    '[a]: [b]',
    '{ a: 1, a: 2 }',
    '[a',
    'a]',
    '[- a]',
    '[-c, -U]',
    '[-1, -a]',
    '{ , }',
  ],
  ...['{ "a": "b" }', '{ a: { b: [c] } }', '[a]b', '[a] [b]', '{ a: b: c }'],
  ...['true', 'True', 'é – x', '|', '>-', '*a', '&a b', '!t a', '- a', '? a'],
  ...['9007199254740993', '123456789.1234567', '0.1', '1e', "don't", 'a"b'],
];
const line = fc
  .record({
    indent: fc.constantFrom(0, 0, 0, 2, 2, 4, 1, 3),
    dashes: fc.constantFrom('', '', '', '- ', '- - ', '-'),
    key: fc.constantFrom('a: ', 'b: ', 'c:', 'd:', 'on: ', '1: ', '', '"k": '),
    value: fc.constantFrom(...SCALARS, '', '', '', ''),
    tail: fc.constantFrom('', '', '', ' # note', ' ', '#'),
  })
  .map(it => ' '.repeat(it.indent) + it.dashes + it.key + it.value + it.tail);
const lines = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: line }, fc.constantFrom('', '# c', '---')),
    { minLength: 1, maxLength: 7 },
  )
  .map(all => all.join('\n'));
const inBrackets = fc
  .array(
    fc.constantFrom('a', ' ', ', ', ': ', '[', ']', '{', '}', '"a"', '- ', '1'),
    { maxLength: 9 },
  )
  .chain(parts =>
    fc.constantFrom(`k: [${parts.join('')}]`, `k: {${parts.join('')}}`),
  );

describe('the quick reading of YAML', () => {
  it('agrees with the long one about lines of every kind', () => {
    fc.assert(fc.property(lines, agrees), { numRuns: runs });
  });

  it('agrees with the long one about whatever stands in brackets', () => {
    fc.assert(fc.property(inBrackets, agrees), { numRuns: runs });
  });

  it('agrees with the long one about the example with any character changed', () => {
    const edits = fc
      .tuple(
        fc.nat(MY_SERVICE.length),
        fc.nat(3),
        fc.oneof(
          fc.constantFrom(...':#-[]{},"\'&*!|>%@` \n\t~.0'),
          fc.string({ unit: 'binary', maxLength: 2 }),
        ),
      )
      .map(
        ([at, length, text]) =>
          MY_SERVICE.slice(0, at) + text + MY_SERVICE.slice(at + length),
      );
    fc.assert(fc.property(edits, agrees), { numRuns: Math.min(runs, 20_000) });
  });

  it.each(SCALARS)(
    'agrees with the long one about %j as value and entry',
    text => {
      for (const around of [
        `a: ${text}`,
        `- ${text}`,
        `a: [${text}]`,
        `${text}: a`,
        `a: { ${text}: b }`,
      ]) {
        agrees(around);
        agrees(`${around}\nb: 1\n`);
        agrees(`x:\n  ${around}\n`);
      }
    },
  );

  it('reads the modules that the product ships', () => {
    const catalog = join(__dirname, '../../../../../catalog/modules');
    const texts = filesBelow(catalog)
      .filter(file =>
        /o8-module\.yaml$|\/environments\/[^/]+\.yaml$/.test(file),
      )
      .map(file => readFileSync(file, 'utf8'));
    texts.forEach(agrees);
    const quick = texts.filter(text => readPlainly(text) !== undefined);
    expect(quick.length).toBeGreaterThan(texts.length / 2);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
