import fc from 'fast-check';
import { stringify } from 'yaml';
import { MY_SERVICE } from './__fixtures__/myService';
import { Problem } from './Problem';
import { parseModuleText } from './parseModuleText';
import { parseModule } from './directory/parseModule';
import { hasErrors } from './sortProblems';

/** The promise of the parser: a module, or problems that stand inside the file. */
function holds(text: string) {
  const { module, problems } = parseModuleText(text);
  expect(module === undefined).toBe(hasErrors(problems));
  const lines = text.split('\n');
  for (const problem of problems) {
    const { line, column } = problem;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(lines[line - 1].length + 1);
    expect(problem.message).toMatch(/^[`A-Z].*\.$/s);
    expect(problem.hint).toMatch(/^[`A-Z].*[.?]$/s);
  }
  expect([...problems].sort(byPlace)).toEqual(problems);
  expect({}).not.toHaveProperty('polluted');
}

const byPlace = (a: Problem, b: Problem) =>
  a.line - b.line || a.column - b.column;

const SNIPPETS = [
  'apiVersion: orchestr8.io/v1\n',
  'kind: Module\n',
  'metadata:\n',
  'spec:\n',
  '  name: x\n',
  '  version: 1.0\n',
  '  team: [a, b]\n',
  '  __proto__: { polluted: true }\n',
  '  constructor: { prototype: { polluted: true } }\n',
  '  - &a [*a]\n',
  '*b',
  '&b ',
  '<<: *b\n',
  '? ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '|\n',
  '>-\n',
  '#',
  '!!binary ',
  '!x ',
  '%YAML 1.1\n',
  '---\n',
  '...\n',
  '\t',
  '\r\n',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\u2028',
];

describe('any text at all', () => {
  it('is a module or has problems inside the file', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), holds), {
      numRuns: 200,
    });
  });

  it('holds for scraps of YAML in any order', () => {
    const scraps = fc
      .array(fc.constantFrom(...SNIPPETS), { maxLength: 25 })
      .map(parts => parts.join(''));
    fc.assert(fc.property(scraps, holds), { numRuns: 400 });
  });

  it('holds for the example with any part cut out or put in', () => {
    const edits = fc
      .tuple(
        fc.nat(MY_SERVICE.length),
        fc.nat(40),
        fc.constantFrom('', ...SNIPPETS),
      )
      .map(
        ([at, length, text]) =>
          MY_SERVICE.slice(0, at) + text + MY_SERVICE.slice(at + length),
      );
    fc.assert(fc.property(edits, holds), { numRuns: 400 });
  });

  it('holds for values of every shape in the place of every field', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    const module = fc.record(
      {
        apiVersion: value,
        kind: value,
        metadata: fc.oneof(value, fc.record({ name: value, version: value })),
        spec: fc.record(
          {
            team: value,
            dependencies: fc.oneof(value, fc.array(value)),
            resources: fc.record({ requests: value, limits: value }),
            networking: fc.record({ ports: value, ingress: value }),
            monitoring: fc.record({
              metrics: value,
              healthChecks: fc.record({ liveness: value }),
              alerts: fc.array(fc.record({ name: value, condition: value })),
            }),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(module, object => holds(stringify(object))),
      { numRuns: 300 },
    );
  });

  it('holds for directories of any paths and bytes', () => {
    const files = fc.dictionary(
      fc.oneof(
        fc.string(),
        fc.constantFrom('o8-module.yaml', 'environments/dev.yaml', '../x'),
      ),
      fc.uint8Array({ maxLength: 50 }),
    );
    fc.assert(
      fc.property(files, object => {
        const { module, problems } = parseModule(
          new Map(Object.entries(object)),
        );
        expect(module !== undefined || hasErrors(problems)).toBe(true);
      }),
    );
  });
});
