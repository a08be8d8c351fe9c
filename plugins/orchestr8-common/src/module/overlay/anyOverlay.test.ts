import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { MY_SERVICE } from '../__fixtures__/myService';
import { parseModuleText } from '../parseModuleText';
import { Problem } from '../Problem';
import { MODULE_RULES } from '../rules';
import { hasErrors } from '../sortProblems';
import { at } from '../yaml/Located';
import { withEnvironment } from './withEnvironment';

const FILE = 'environments/staging.yaml';
const example = parseModuleText(MY_SERVICE).module!;
const resolve = (text: string) =>
  withEnvironment(example, {
    environment: 'staging',
    overlay: { text, file: FILE },
  });

const isInside = (text: string, { line, column }: Problem) => {
  const lines = text.split('\n');
  return (
    line >= 1 &&
    line <= lines.length &&
    column >= 1 &&
    column <= lines[line - 1].length + 1
  );
};

/** A module for the environment, or problems that stand inside the file that they name. */
function holds(text: string) {
  const { resolved, problems } = resolve(text);
  expect(resolved === undefined).toBe(hasErrors(problems));
  const outside = problems.filter(
    problem => !isInside(problem.file === FILE ? text : MY_SERVICE, problem),
  );
  expect(outside).toEqual([]);
  // Only rules about what an overlay changes were asked; no other one has a word to say.
  const wrong = MODULE_RULES.flatMap(rule => rule(resolved?.module)).filter(
    ({ severity = 'error' }) => severity === 'error',
  );
  expect(wrong).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
}

const SCRAPS = [
  'replicaCount: 3\n',
  'resources:\n',
  '  limits: { cpu: 1 }\n',
  'dependencies: [kafka]\n',
  'monitoring:\n  alerts:\n',
  '    - { name: A, condition: "error_rate > 5%" }\n',
  'ingress: { host: a.b, tls: [] }\n',
  'networking: { ports: [{ name: http, port: 1 }] }\n',
  '__proto__: { polluted: true }\n',
  'constructor: { prototype: { polluted: true } }\n',
  'image: null\n',
  'resources: null\n',
  'spec: {}\n',
  '&a [*a]',
  '*b',
  '<<: *b\n',
  '- ',
  ': ',
  '{',
  ']',
  '"',
  '---\n',
  '\t',
  '\r\n',
  '\u0000',
];

/** What an overlay may well say. */
const overlays = fc.record(
  {
    replicaCount: fc.nat(9),
    resources: fc.record(
      {
        requests: fc.record({ cpu: fc.constantFrom('1m', '2m') }),
        limits: fc.record(
          {
            cpu: fc.constantFrom(1, '2', '900m'),
            memory: fc.constantFrom('1Gi', '2Gi'),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    dependencies: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('redis', 'kafka', 'postgresql'),
        version: fc.constantFrom('^1.0', '>=2'),
      }),
      { selector: ({ name }) => name },
    ),
    monitoring: fc.record({
      alerts: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('HighErrorRate', 'Slow', 'Full'),
          condition: fc.constantFrom('error_rate > 5%', 'restarts > 3'),
        }),
        { selector: ({ name }) => name },
      ),
    }),
    security: fc.record({ networkIsolation: fc.boolean() }),
    feature: fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.oneof(fc.nat(), fc.stringMatching(/^[a-z]{1,5}$/), fc.constant(null)),
    ),
  },
  { requiredKeys: [] },
);

describe('any overlay at all', () => {
  it('is laid over the module or has problems inside the file', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), holds), {
      numRuns: 200,
    });
  });

  it('holds for scraps of overlays in any order', () => {
    const scraps = fc
      .array(fc.constantFrom(...SCRAPS), { maxLength: 12 })
      .map(parts => parts.join(''));
    fc.assert(fc.property(scraps, holds), { numRuns: 300 });
  });

  it('holds for values of every shape in the place of every key', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    const any = fc.record(
      {
        replicaCount: value,
        image: value,
        resources: fc.record({ limits: value }),
        ingress: fc.oneof(value, fc.record({ enabled: value, tls: value })),
        networking: fc.record({ ports: value }),
        monitoring: fc.record({ alerts: fc.array(value), metrics: value }),
        dependencies: fc.array(value),
        security: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(any, object => holds(stringify(object))),
      { numRuns: 300 },
    );
  });
});

describe('what an overlay may well say', () => {
  it('changes nothing when it is laid over its own result', () => {
    fc.assert(
      fc.property(overlays, object => {
        const text = stringify(object);
        const once = resolve(text).resolved!;
        const twice = withEnvironment(once.module, {
          environment: 'staging',
          overlay: { text, file: FILE },
        }).resolved!;
        expect(twice.module).toEqual(once.module);
        expect(twice.values).toEqual(once.values);
      }),
    );
  });

  it('leaves what it does not name as it was', () => {
    fc.assert(
      fc.property(overlays, object => {
        const { spec } = resolve(stringify(object)).resolved!.module;
        for (const key of ['networking', 'secrets', 'category', 'team']) {
          expect(at(spec, [key])).toEqual(at(example.spec, [key]));
        }
        const names = spec.dependencies.map(({ name }) => name);
        expect(names).toEqual(
          expect.arrayContaining(
            example.spec.dependencies.map(({ name }) => name),
          ),
        );
      }),
    );
  });

  it('is told as the origin of every single value that it gave, and of no other', () => {
    fc.assert(
      fc.property(overlays, object => {
        const text = stringify(object);
        const { module: merged, provenance, values } = resolve(text).resolved!;
        const found = { module: merged, values };
        const lines = { [FILE]: text, 'o8-module.yaml': MY_SERVICE };
        for (const [pointer, { file, line, column }] of Object.entries(
          provenance,
        )) {
          const keys = pointer.slice(1).split('/');
          const value = at(
            found,
            keys.map(key => (/^\d+$/.test(key) ? Number(key) : key)),
          );
          if (typeof value !== 'number' && typeof value !== 'string') continue;
          const rest = lines[file as typeof FILE]
            .split('\n')
            [line - 1].slice(column - 1);
          const wanted = String(value);
          // A default has no text of its own: it stands where its object does.
          const isWritten = String(scalarAt(rest)) === wanted;
          const isFilledIn = !text.includes(wanted);
          expect(isWritten || file !== FILE || isFilledIn).toBe(true);
        }
      }),
    );
  });
});

/** The first scalar of a line of YAML. */
function scalarAt(line: string): unknown {
  const text = /^("[^"]*"|'[^']*'|[^,}\]\n]*)/.exec(line)?.[0].trim() ?? '';
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
