import { MY_SERVICE } from './__fixtures__/myService';
import { parseModuleText } from './parseModuleText';

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...'bcdefgh'
    .split('')
    .map(
      (name, index) =>
        `${name}: &${name} [${`*${'abcdefg'[index]}, `.repeat(10)}]`,
    ),
].join('\n');

const HOSTILE: [string, string, string][] = [
  ['ten megabytes of brackets', '['.repeat(10_000_000), 'O8002'],
  ['as many brackets as a file may hold', '['.repeat(250_000), 'O8008'],
  ['objects in objects', '{a: '.repeat(60_000), 'O8008'],
  ['lists in lists on one line', '- '.repeat(70_000), 'O8008'],
  [
    'lines that step to the right',
    Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join(
      '\n',
    ),
    'O8008',
  ],
  ['an alias bomb', bomb, 'O8007'],
  ['an alias that contains itself', 'a: &a [*a]\n', 'O8007'],
  ['one key many times', 'a: 1\n'.repeat(40_000), 'O8002'],
  ['many documents', '--- a\n'.repeat(10_000), 'O8004'],
  ['a bracket full of commas', `[${','.repeat(240_000)}`, 'O8002'],
  ['many tags', '!a '.repeat(80_000), 'O8002'],
  [
    'unknown keys without end',
    `${MY_SERVICE}${Array.from({ length: 9_000 }, (_, i) => `k${i}: 1\n`).join(
      '',
    )}`,
    'O8101',
  ],
];

describe('hostile text', () => {
  it.each(HOSTILE)('%s is refused quickly', (_, text, code) => {
    const start = process.cpuUsage();
    const { module, problems } = parseModuleText(text);
    const { user, system } = process.cpuUsage(start);
    expect(module).toBeUndefined();
    expect(problems.map(problem => problem.code)).toContain(code);
    expect(problems.length).toBeLessThanOrEqual(201);
    // Generous for slow machines; what it guards against takes minutes.
    expect((user + system) / 1_000_000).toBeLessThan(5);
  });

  it('does not let a file reach the prototypes of objects', () => {
    parseModuleText(
      '__proto__: { polluted: 1 }\nspec: { __proto__: { polluted: 1 } }\n',
    );
    parseModuleText('"__proto__":\n  polluted: 1\n');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
