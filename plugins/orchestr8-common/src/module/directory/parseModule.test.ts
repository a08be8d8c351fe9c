import { MY_SERVICE } from '../__fixtures__/myService';
import { decodeModuleFiles, encodeModuleFiles } from '../encodeModuleFiles';
import { ModuleFiles } from '../ModuleFiles';
import { parseModule } from './parseModule';

const bytes = (text: string) => new TextEncoder().encode(text);
const GOOD: Record<string, Uint8Array> = {
  'o8-module.yaml': bytes(MY_SERVICE.replace('- postgresql\n    - ', '- ')),
  'README.md': bytes('# My service\n'),
  'charts/Chart.yaml': bytes('name: my-service\n'),
  'environments/dev.yaml': bytes('replicaCount: 1\n'),
  'environments/prod.yaml': bytes('replicaCount: 3\n'),
};
const files = (changes: Record<string, Uint8Array | undefined> = {}) =>
  new Map(
    Object.entries({ ...GOOD, ...changes }).filter(
      (entry): entry is [string, Uint8Array] => entry[1] !== undefined,
    ),
  );

describe('parseModule', () => {
  it('reads the specification and the overlays', () => {
    const { module, overlays, problems } = parseModule(files());
    expect(problems).toEqual([]);
    expect(module?.metadata.name).toBe('my-service');
    expect([...overlays]).toEqual([
      ['dev', { text: 'replicaCount: 1\n', file: 'environments/dev.yaml' }],
      [
        'production',
        { text: 'replicaCount: 3\n', file: 'environments/prod.yaml' },
      ],
    ]);
  });

  it.each<[string, Record<string, Uint8Array | undefined>, object]>([
    [
      'no specification',
      { 'o8-module.yaml': undefined },
      { code: 'O8201', file: 'o8-module.yaml', line: 1, column: 1 },
    ],
    [
      'a specification of another ending',
      { 'o8-module.yaml': undefined, 'o8-module.yml': bytes('') },
      { code: 'O8201', hint: 'Rename `o8-module.yml`.' },
    ],
    ['no chart', { 'charts/Chart.yaml': undefined }, { code: 'O8202' }],
    [
      'a chart one level too deep',
      {
        'charts/Chart.yaml': undefined,
        'charts/my-service/Chart.yaml': bytes(''),
      },
      {
        code: 'O8202',
        hint: 'Move `charts/my-service/` one level up, into `charts/`.',
      },
    ],
    [
      'no README',
      { 'README.md': undefined },
      { code: 'O8306', severity: 'warning' },
    ],
    [
      'bytes that are not UTF-8',
      { 'environments/dev.yaml': Uint8Array.of(97, 10, 98, 0xff) },
      { code: 'O8001', file: 'environments/dev.yaml', line: 2, column: 2 },
    ],
    [
      'two overlays for one environment',
      { 'environments/production.yaml': bytes('') },
      { code: 'O8206' },
    ],
    [
      'an overlay whose name is no environment',
      { 'environments/Dev Box.yaml': bytes('') },
      { code: 'O8206', file: 'environments/Dev Box.yaml' },
    ],
    [
      'an overlay with a mistake',
      { 'environments/dev.yaml': bytes('replicaCount: -1\n') },
      { code: 'O8106', file: 'environments/dev.yaml', line: 1, column: 15 },
    ],
    ['a way out', { '../evil': bytes('') }, { code: 'O8203', file: '../evil' }],
    ['an absolute path', { '/etc/passwd': bytes('') }, { code: 'O8203' }],
    ['a path of Windows', { 'a\\b': bytes('') }, { code: 'O8203' }],
    ['a git folder', { '.git/config': bytes('') }, { code: 'O8203' }],
    [
      'a file that is too large',
      { 'blob.bin': new Uint8Array(5 * 1024 * 1024 + 1) },
      { code: 'O8204', file: 'blob.bin' },
    ],
    [
      'too many files',
      Object.fromEntries(
        Array.from({ length: 2_000 }, (_, i) => [`docs/${i}.md`, bytes('')]),
      ),
      { code: 'O8205' },
    ],
  ])('finds %s', (_, changes, problem) => {
    expect(parseModule(files(changes)).problems).toContainEqual(
      expect.objectContaining(problem),
    );
  });

  it('still reads what is good beside what is broken', () => {
    const { module, problems } = parseModule(
      files({ 'environments/dev.yaml': bytes('a: [\n') }),
    );
    expect(module?.metadata.name).toBe('my-service');
    expect(problems).toMatchObject([
      { code: 'O8003', file: 'environments/dev.yaml' },
    ]);
  });
});

describe('encodeModuleFiles', () => {
  it('carries any bytes there and back', () => {
    const all = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256);
    const given: ModuleFiles = new Map([
      ['b', all],
      ['__proto__', bytes('x')],
      ['a', new Uint8Array()],
    ]);
    const back = decodeModuleFiles(
      JSON.parse(JSON.stringify(encodeModuleFiles(given))),
    );
    expect([...back.keys()]).toEqual(['__proto__', 'a', 'b']);
    expect(back.get('b')).toEqual(all);
  });

  it('refuses what is not base64, by the name of the file', () => {
    expect(() => decodeModuleFiles({ 'charts/a': '%%' })).toThrow(
      'The content of the file "charts/a" is not base64.',
    );
  });
});
