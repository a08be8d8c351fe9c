import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseModuleTemplate } from './parseModuleTemplate';
import { renderTemplate } from './renderTemplate';

const EXAMPLE = `apiVersion: orchestr8.io/v1
kind: ModuleTemplate
metadata:
  name: company-api
spec:
  variables:
    - { name: port, type: integer, default: 8080 }
    - { name: zone, pattern: "[a-z]+" }
  files:
    - { source: chart/, target: charts/, when: port }
`;

/** A template, or problems that stand inside the file. */
function holds(text: string) {
  const { template, problems } = parseModuleTemplate(text);
  const isRefused = problems.some(({ severity }) => severity === 'error');
  expect(template === undefined).toBe(isRefused);
  const lines = text.split('\n');
  const outside = problems.filter(
    ({ line, column }) =>
      line < 1 ||
      line > lines.length ||
      column < 1 ||
      column > lines[line - 1].length + 1,
  );
  expect(outside).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
}

const SCRAPS = [
  'pattern: "(?=a)"',
  'pattern: "(a+)+"',
  'default: x',
  'type: enum',
  'values: [a, a]',
  '__proto__: { polluted: true }',
  'source: ../x',
  'target: /etc/x',
  '&a [*a]',
  '<<: *b',
  '\n',
  '- ',
  '{',
  '}',
  ']',
  '"',
  '---\n',
  '\t',
  '\u0000',
];

describe('any text of a template', () => {
  it('is a template or has problems inside the file', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), holds), {
      numRuns: 200,
    });
  });

  it('holds for the example with any part cut out or put in', () => {
    const edits = fc
      .tuple(fc.nat(EXAMPLE.length), fc.nat(40), fc.constantFrom('', ...SCRAPS))
      .map(
        ([at, length, text]) =>
          EXAMPLE.slice(0, at) + text + EXAMPLE.slice(at + length),
      );
    fc.assert(fc.property(edits, holds), { numRuns: 400 });
  });

  it('holds for values of every shape in the place of every field', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    const variable = fc.record(
      {
        name: fc.oneof(value, fc.constantFrom('a', 'name', 'zone')),
        type: fc.oneof(value, fc.constantFrom('string', 'enum', 'integer')),
        default: value,
        pattern: fc.oneof(value, fc.string()),
        values: value,
      },
      { requiredKeys: [] },
    );
    const template = fc.record({
      apiVersion: fc.constant('orchestr8.io/v1'),
      kind: fc.constant('ModuleTemplate'),
      metadata: fc.oneof(value, fc.constant({ name: 'x' })),
      spec: fc.record({
        variables: fc.oneof(value, fc.array(variable)),
        files: fc.oneof(
          value,
          fc.array(fc.record({ source: fc.string(), target: fc.string() })),
        ),
      }),
    });
    fc.assert(
      fc.property(template, object => holds(stringify(object))),
      { numRuns: 300 },
    );
  });
});

describe('any values for a template', () => {
  it('fill it in or are refused in words, and write nothing outside of the module', () => {
    const files = new Map(
      Object.entries({
        'o8-module.yaml': EXAMPLE.replace(
          'chart/, target: charts/, when: port',
          'x.yaml, target: charts/x.yaml',
        ),
        'x.yaml': 'zone: ${{ zone }}\nport: ${{ port }}\n',
      }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    );
    const values = fc.dictionary(
      fc.constantFrom('port', 'zone', '__proto__', 'other'),
      fc.jsonValue({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(values, variables => {
        const result = renderTemplate(files, {
          name: 'orders',
          team: 'a',
          owner: 'b@company.com',
          variables,
        });
        const isRefused = result.problems.some(
          ({ severity }) => severity === 'error',
        );
        expect(result.files === undefined).toBe(isRefused);
        expect([...(result.files?.keys() ?? [])]).toEqual(
          isRefused ? [] : ['charts/x.yaml', 'o8-module.yaml'],
        );
        expect({}).not.toHaveProperty('polluted');
      }),
      { numRuns: 300 },
    );
  });
});
