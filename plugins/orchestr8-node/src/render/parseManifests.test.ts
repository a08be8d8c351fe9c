import { HOSTILE_TEXTS } from '@orchestr8/backstage-plugin-orchestr8-common/testing';
import { parseManifests } from './parseManifests';

const configMap = (data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\ndata:\n  v: ${data}\n`;
const valueOf = (data: string) =>
  parseManifests(configMap(data), 'x.yaml').objects[0].data.v;

describe('parseManifests', () => {
  it.each<[string, unknown]>([
    ['yes', true],
    ['off', false],
    ['010', 8],
    ['0x1F', 31],
    ['1e3', 1000],
    ['"yes"', 'yes'],
    ['2026-01-01', '2026-01-01'],
    ['1:30', '1:30'],
    ['~', null],
    ['1.20', 1.2],
    ['.5', 0.5],
    ['.', '.'],
    ['0o17', 15],
    ['y', true],
  ])('reads %s as Helm and kubectl do', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  it('takes Lists apart, at any depth, and skips empty documents', () => {
    const item =
      '{ apiVersion: v1, kind: ConfigMap, metadata: { name: NAME } }';
    const text = `---\n# nothing\n---\napiVersion: v1\nkind: List\nitems:\n- ${item.replace(
      'NAME',
      'a',
    )}\n- { apiVersion: v1, kind: ConfigMapList, items: [${item.replace(
      'NAME',
      'b',
    )}] }\n`;
    expect(
      parseManifests(text, 'x.yaml').objects.map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(['a', 'b']);
  });

  it.each([
    ['text', 'a: b: c', 'not YAML'],
    ['a key twice', 'a: 1\na: 2\n', 'not YAML'],
    ['no kind', 'apiVersion: v1\n', 'needs apiVersion and kind'],
    ['no name', 'apiVersion: v1\nkind: ConfigMap\n', 'no metadata.name'],
    [
      'a generated name',
      'apiVersion: v1\nkind: Job\nmetadata: { generateName: x- }\n',
      'generated name',
    ],
    ['a plain value', '- 1\n', 'plain value'],
  ])('reports %s', (_, text, message) => {
    expect(parseManifests(text, 'config/x.yaml').problems).toMatchObject([
      {
        code: 'O8604',
        file: 'config/x.yaml',
        message: expect.stringContaining(message),
      },
    ]);
  });

  it('does not unfold a bomb of aliases', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
      .concat(
        'bcdefghi'
          .split('')
          .map((c, n) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[n]}`)}]`),
      )
      .join('\n');
    expect(parseManifests(bomb, 'x.yaml').problems).toHaveLength(1);
  });
});

describe('hostile text', () => {
  const bytes = 255 * 1024;

  it.each([
    'brackets in brackets',
    'lists in lists on one line',
    'aliases of everything before',
    'aliases that contain themselves',
    'anchors without end',
    'one key again and again',
    'other keys again and again',
    'merge keys',
    'many documents',
    'tags without end',
  ])('is refused: %s', name => {
    const { cpuMs, result } = measured(() =>
      parseManifests(HOSTILE_TEXTS[name](bytes), 'config/x.yaml'),
    );
    expect(result.objects).toEqual([]);
    expect(result.problems[0]).toMatchObject({ code: 'O8604' });
    expect(cpuMs).toBeLessThan(MAX_CPU_MS);
  });

  it.each(['other keys again and again', 'one key again and again'])(
    'is read to its end where a template made it: %s',
    name => {
      const { cpuMs, result } = measured(() =>
        parseManifests(HOSTILE_TEXTS[name](bytes), 'x.yaml', {
          rendered: true,
        }),
      );
      expect(result.objects).toEqual([]);
      expect(result.problems.length).toBeGreaterThan(0);
      expect(result.problems.length).toBeLessThanOrEqual(200);
      expect(cpuMs).toBeLessThan(MAX_CPU_MS);
    },
  );

  /** Generous for slow machines; what it guards against takes minutes. */
  const MAX_CPU_MS = 5_000;

  function measured<T>(work: () => T): { cpuMs: number; result: T } {
    const start = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(start);
    return { cpuMs: (user + system) / 1000, result };
  }
});
