import { ModuleDependency } from '../module';
import { checkDependency } from './checkDependency';
import { chooseVersion } from './chooseVersion';
import {
  DependencyGraph,
  DependencyNode,
  deploymentWaves,
} from './DependencyGraph';
import { dependencyTree } from './dependencyTree';
import { drawDot, drawMermaid, drawTree } from './drawTree';

/** `a: 'b ^1.0, c?'` is a module `a` that needs b in a range, and c perhaps. */
function graphOf(modules: Record<string, string>): DependencyGraph {
  return new Map(
    Object.entries(modules).map(([name, needs]): [string, DependencyNode] => [
      name,
      {
        name,
        version: '1.0.0',
        dependencies: needs ? needs.split(', ').map(dependency) : [],
      },
    ]),
  );
}

function dependency(text: string): ModuleDependency {
  const [name, range] = text.split(' ');
  return {
    name: name.replace('?', ''),
    optional: name.endsWith('?'),
    ...(range ? { version: range } : {}),
  };
}

describe('deploymentWaves', () => {
  it.each<[string, Record<string, string>, string[], string[][]]>([
    ['one module', { a: '' }, ['a'], [['a']]],
    ['a chain', { a: 'b', b: 'c', c: '' }, ['a'], [['c'], ['b'], ['a']]],
    [
      'a diamond',
      { a: 'b, c', b: 'd', c: 'd', d: '' },
      ['a'],
      [['d'], ['b', 'c'], ['a']],
    ],
    ['an unknown name', { a: 'x' }, ['a'], [['a']]],
    [
      'an optional one, which is not pulled in',
      { a: 'b?', b: '' },
      ['a'],
      [['a']],
    ],
    [
      'an optional one that goes along anyway',
      { a: 'b?', b: '' },
      ['a', 'b'],
      [['b'], ['a']],
    ],
    [
      'a cycle that an optional one would make',
      { a: 'b', b: 'a?' },
      ['a'],
      [['b'], ['a']],
    ],
    ['the same root twice', { a: '' }, ['a', 'a'], [['a']]],
    ['no roots', { a: '' }, [], []],
  ])('orders %s', (_, modules, roots, waves) => {
    expect(deploymentWaves(graphOf(modules), roots)).toEqual({
      kind: 'ordered',
      waves,
    });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['itself', { a: 'a' }, ['a', 'a']],
    ['two', { a: 'b', b: 'a' }, ['a', 'b', 'a']],
    [
      'three behind an entry',
      { z: 'a', a: 'b', b: 'c', c: 'a' },
      ['a', 'b', 'c', 'a'],
    ],
  ])('names a cycle of %s in full', (_, modules, cycle) => {
    expect(
      deploymentWaves(graphOf(modules), [Object.keys(modules)[0]]),
    ).toEqual({ kind: 'cycle', cycle });
  });

  it('orders ten thousand modules in a chain, and as many in a web', () => {
    const count = 10_000;
    const name = (index: number) => `m${String(index).padStart(5, '0')}`;
    const chain: Record<string, string> = {};
    const web: Record<string, string> = {};
    for (let i = 0; i < count; i++) {
      chain[name(i)] = i + 1 < count ? name(i + 1) : '';
      web[name(i)] = [1, 7, 31]
        .map(step => i + step)
        .filter(other => other < count)
        .map(name)
        .join(', ');
    }
    const start = process.cpuUsage();
    const first = deploymentWaves(graphOf(chain), [name(0)]);
    const second = deploymentWaves(graphOf(web), Object.keys(web));
    const { user } = process.cpuUsage(start);
    expect(first).toMatchObject({ waves: { length: count } });
    expect(second).toMatchObject({ waves: { length: count } });
    expect(user / 1_000_000).toBeLessThan(5);
  });
});

describe('checkDependency', () => {
  it.each<[string, string | undefined, boolean, string]>([
    ['redis ^6.0', '6.2.0', true, 'satisfied'],
    ['redis ^6.0', '5.4.1', true, 'unsuitable'],
    ['redis ^6.0', '7.0.0', true, 'unsuitable'],
    ['redis ^6.0', '6.3.0-rc.1', true, 'satisfied'],
    ['redis', '0.0.1', true, 'satisfied'],
    ['redis', undefined, true, 'missing'],
    ['redis', undefined, false, 'unknown-module'],
    ['redis >=1.2||<1', '0.9.0', true, 'satisfied'],
  ])('%s with %s deployed', (text, deployed, known, state) => {
    expect(
      checkDependency(dependency(text), {
        deployed,
        known,
        environment: 'dev',
      }),
    ).toMatchObject({ state });
  });

  it('explains who needs what, what runs, and what is released', () => {
    expect(
      checkDependency(dependency('redis ^6.0'), {
        known: true,
        deployed: '5.4.1',
        environment: 'staging',
        dependent: 'my-service',
        released: ['5.4.1', '6.0.0', '6.2.0', '7.0.0'],
      }).message,
    ).toBe(
      'my-service needs redis ^6.0; staging runs 5.4.1; 6.2.0 is released, not deployed',
    );
  });
});

describe('chooseVersion', () => {
  const released = ['1.0.0', '1.4.0', '2.0.0'];
  const a = { by: 'a', range: '^1.0' };
  it.each([
    ['one demand', [a], { version: '1.4.0' }],
    ['no demand', [{ by: 'x' }], { version: '2.0.0' }],
    ['two that meet', [a, { by: 'b', range: '<1.3' }], { version: '1.0.0' }],
    [
      'two that exclude each other',
      [a, { by: 'b', range: '>=2' }],
      {
        conflict:
          'No version of redis can suit both: a needs ^1.0, b needs >=2',
      },
    ],
    [
      'two that meet where nothing is released',
      [a, { by: 'b', range: '~1.7.0' }],
      {
        conflict:
          'No released version of redis suits: a needs redis ^1.0; b needs redis ~1.7.0, together >=1.7.0 <1.8.0; released: 2.0.0, 1.4.0, 1.0.0',
      },
    ],
  ])('%s', (_, demands, outcome) => {
    expect(chooseVersion('redis', demands, { released })).toEqual(outcome);
  });
});

describe('dependencyTree', () => {
  const graph = graphOf({
    shop: 'orders ^1.0, redis?',
    orders: 'redis ^2.0, end, shop',
    redis: '',
  });
  const tree = dependencyTree(graph, 'shop', {
    environment: 'dev',
    deployed: new Map([
      ['orders', '1.3.0'],
      ['redis', '1.9.0'],
    ]),
  });

  it('draws what is missing, unsuitable, unknown and circular', () => {
    expect(drawTree(tree)).toBe(
      [
        'shop [1.0.0]',
        '├─ orders ^1.0 [1.3.0]  ✓',
        '│  ├─ redis ^2.0 [1.9.0]  ✗ unsuitable: orders needs redis ^2.0; dev runs 1.9.0',
        '│  ├─ end  ? unknown: The catalog has no module "end"',
        '│  └─ shop [1.0.0]  ↻ cycle: Cycle: shop → orders → shop',
        '└─ redis [1.9.0] (optional)  ✓',
      ].join('\n'),
    );
  });

  it('draws for Graphviz', () => {
    expect(drawDot(tree)).toContain(
      '"orders" -> "redis" [label="^2.0 ✗ unsuitable", color=red];',
    );
    expect(drawDot(tree)).toContain(
      '"shop" -> "redis" [label="", style=dashed];',
    );
  });

  it('draws for Mermaid, whose words are not names', () => {
    expect(drawMermaid(tree).split('\n').slice(0, 5)).toEqual([
      'flowchart LR',
      '  m0["shop"] -->|"^1.0"| m1["orders"]',
      '  m1 -->|"^2.0 ✗ unsuitable"| m2["redis"]',
      '  m1 -->|"? unknown"| m3["end"]',
      '  m1 -->|"↻ cycle"| m0',
    ]);
  });

  it('ends for graphs of any depth and fan', () => {
    const deep: Record<string, string> = {};
    for (let i = 0; i < 5_000; i++) deep[`m${i}`] = `m${i + 1}`;
    const wide: Record<string, string> = {};
    const names = Array.from({ length: 60 }, (_, i) => `w${i}`);
    for (const name of names) wide[name] = names.join(', ');
    for (const modules of [deep, wide]) {
      const found = dependencyTree(graphOf(modules), Object.keys(modules)[0], {
        environment: 'dev',
        deployed: new Map(),
      });
      expect(JSON.stringify(found).length).toBeLessThan(2_000_000);
      expect(drawTree(found)).not.toBe('');
    }
  });
});
