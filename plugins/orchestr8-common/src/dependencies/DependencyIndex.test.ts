import fc from 'fast-check';
import { ModuleDependency } from '../module';
import { chooseVersion } from './chooseVersion';
import { DependencyNode } from './DependencyGraph';
import { DependencyIndex, DependencyState } from './DependencyIndex';

const node = (
  name: string,
  ...dependencies: [string, string?, boolean?][]
): DependencyNode => ({
  name,
  version: '1.0.0',
  dependencies: dependencies.map(
    ([other, version, optional = false]): ModuleDependency => ({
      name: other,
      optional,
      ...(version ? { version } : {}),
    }),
  ),
});
const graphOf = (...nodes: DependencyNode[]) =>
  new Map(nodes.map(it => [it.name, it]));

const GRAPH = graphOf(
  node('my-service', ['redis', '^6.0'], ['mail', '^1.0', true]),
  node('cart', ['redis', '>=5 <6.3']),
  node('redis'),
);
const STATE: DependencyState = {
  environment: 'staging',
  deployed: new Map([
    ['my-service', '1.0.0'],
    ['cart', '1.0.0'],
    ['redis', '5.4.1'],
  ]),
  released: new Map([['redis', ['5.4.1', '6.2.0', '6.4.0', '7.0.0']]]),
};

describe('DependencyIndex', () => {
  it('explains what is unsuitable, and offers what suits the others too', () => {
    const index = new DependencyIndex(GRAPH, STATE);
    expect(index.unfulfilled()).toEqual(['my-service']);
    expect(index.check('my-service').map(({ message }) => message)).toEqual([
      'my-service needs redis ^6.0; staging runs 5.4.1; 6.2.0 is released, not deployed',
      'The catalog has no module "mail"',
    ]);
  });

  it('names who else stands in the way', () => {
    const index = new DependencyIndex(GRAPH, STATE);
    index.declare('cart', node('cart', ['redis', '<6']));
    expect(index.check('my-service')[0].message).toBe(
      'my-service needs redis ^6.0; staging runs 5.4.1; no version of redis can suit both: my-service needs ^6.0, cart needs <6',
    );
  });

  it('says whom a new version breaks and mends', () => {
    const index = new DependencyIndex(GRAPH, STATE);
    expect(index.deploy('redis', '6.2.0')).toEqual(['my-service']);
    expect(index.unfulfilled()).toEqual([]);
    expect(index.deploy('redis', '6.4.0')).toEqual(['cart']);
    expect(index.deploy('redis', undefined)).toEqual(['my-service']);
    expect(index.unfulfilled()).toEqual(['cart', 'my-service']);
  });

  it('forgets what a module no longer declares', () => {
    const index = new DependencyIndex(GRAPH, STATE);
    expect(index.waves()).toMatchObject({
      waves: [['redis'], ['cart', 'my-service']],
    });
    expect(index.declare('my-service', node('my-service'))).toEqual([
      'my-service',
    ]);
    expect(index.declare('cart', undefined)).toEqual([]);
    expect(index.waves()).toMatchObject({ waves: [['my-service', 'redis']] });
    expect(index.demands('redis')).toEqual([]);
  });

  it('comes to the same as one that is made anew, after any changes', () => {
    const names = ['a', 'b', 'c', 'd'];
    const name = fc.constantFrom(...names);
    const version = fc.constantFrom('1.0.0', '1.5.0', '2.0.0', undefined);
    const declared = fc.array(
      fc.tuple(name, fc.constantFrom('^1.0', '>=1.2', '2'), fc.boolean()),
      { maxLength: 3 },
    );
    const change = fc.oneof(
      fc.record({ deploy: name, version }),
      fc.record({ declare: name, edges: fc.option(declared) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), changes => {
        const nodes = graphOf(...names.map(it => node(it)));
        const deployed = new Map<string, string>();
        const state = { environment: 'dev', deployed };
        const index = new DependencyIndex(nodes, state);
        for (const it of changes) {
          if ('deploy' in it) {
            index.deploy(it.deploy, it.version);
            if (it.version) deployed.set(it.deploy, it.version);
            else deployed.delete(it.deploy);
          } else {
            const next = it.edges ? node(it.declare, ...it.edges) : undefined;
            index.declare(it.declare, next);
            if (next) nodes.set(it.declare, next);
            else nodes.delete(it.declare);
          }
        }
        const fresh = new DependencyIndex(nodes, state);
        expect(index.unfulfilled()).toEqual(fresh.unfulfilled());
        // A cycle may be named from any of its members.
        expect(index.waves().kind).toBe(fresh.waves().kind);
        for (const it of names) {
          expect(index.check(it)).toEqual(fresh.check(it));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('adversarial demands', () => {
  const released = Array.from({ length: 500 }, (_, i) => `1.${i}.0`);
  const long = Array.from({ length: 30 }, (_, i) => `~1.${i}`).join('||');
  const CROWDS: [string, { by: string; range: string }[], RegExp][] = [
    [
      'thousands of long ranges that differ',
      Array.from({ length: 5_000 }, (_, i) => ({
        by: `m${i}`,
        range: `${long}||~2.${i}`,
      })),
      /^1\.29\.0$/,
    ],
    [
      'thousands that exclude each other only together',
      Array.from({ length: 3_000 }, (_, i) => ({
        by: `m${i}`,
        range: `<1.${i} || >1.${i}`,
      })).concat({ by: 'last', range: '<1.3000' }),
      /^No released version of x suits: m0 needs x .*; and 2996 more, together/,
    ],
    [
      'ranges beyond all length',
      [{ by: 'a', range: '1.x||'.repeat(100_000) }],
      /^a needs a version of x that cannot be read: 1\.x/,
    ],
    [
      'three that no two of them explain',
      [
        { by: 'a', range: '1 || 2' },
        { by: 'b', range: '2 || 3' },
        { by: 'c', range: '1 || 3' },
      ],
      /^No version of x can suit all: a needs x 1 \|\| 2; b needs x 2 \|\| 3; c/,
    ],
  ];

  it.each(CROWDS)('%s end with an answer', (_, demands, answer) => {
    const start = process.cpuUsage();
    const choice = chooseVersion('x', demands, { released });
    const { user } = process.cpuUsage(start);
    expect('version' in choice ? choice.version : choice.conflict).toMatch(
      answer,
    );
    // Generous for slow machines; what it guards against takes hours.
    expect(user / 1_000_000).toBeLessThan(5);
  });

  it('meets optional wishes as far as they go', () => {
    expect(
      chooseVersion(
        'x',
        [
          { by: 'a', range: '^1.0' },
          { by: 'b', range: '<1.5', optional: true },
          { by: 'c', range: '>=1.6', optional: true },
        ],
        { released: ['1.2.0', '1.8.0'] },
      ),
    ).toEqual({ version: '1.2.0', unmet: ['c would like x >=1.6'] });
  });
});
