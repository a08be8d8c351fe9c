import { RendererProcess } from './RendererProcess';
import { Renderer } from './Renderer';

const command = process.env.O8_RENDERER;
const describeWithRenderer = command ? describe : describe.skip;

const chartOf = (files: Record<string, string>) =>
  new Map(
    Object.entries({
      'Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 1.0.0\n',
      ...files,
    }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );

const render = (
  renderer: Renderer,
  files: Record<string, string>,
  values = {},
) =>
  renderer.render({
    chart: chartOf(files),
    values,
    release: 'demo',
    namespace: 'demo-dev',
    upgrade: false,
  });

const a = (text: string, more: Record<string, string> = {}) => ({
  'templates/a.yaml': text,
  ...more,
});
/** Ten aliases of ten aliases …: nine levels are a thousand million. */
const LAUGHS = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi']
  .map((name, index) => {
    const before = `*${'abcdefgh'[index]}`;
    return `${name}: &${name} [${Array(10).fill(before).join(', ')}]\n`;
  })
  .join('')}`;
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const schema = (value: object) => JSON.stringify(value);
const chain = Object.fromEntries(
  Array.from({ length: 20 }, (_, n) => [
    `d${n}`,
    { anyOf: Array(4).fill({ $ref: `#/$defs/d${n + 1}` }) },
  ]),
);

/** What a chart may do to harm: each with the kind of its end, and words of what is said. */
const HOSTILE: [string, Record<string, string>, string, RegExp][] = [
  [
    'an endless loop',
    a('{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}'),
    'limit',
    /longer than 1/,
  ],
  [
    'a gigabyte of output',
    a('{{ range until 1024 }}{{ repeat 1048576 "x" }}{{ end }}'),
    'limit',
    /memory|bytes|longer/,
  ],
  [
    'a string that doubles',
    a(
      '{{ $x := "xxxxxxxx" }}{{ range until 40 }}{{ $x = cat $x $x }}{{ end }}',
    ),
    'limit',
    /memory|longer/,
  ],
  [
    'a list without end',
    a(
      '{{ $l := list }}{{ range until 100000 }}{{ $l = concat $l (until 1000) }}{{ end }}',
    ),
    'limit',
    /memory|longer/,
  ],
  [
    'one number too many',
    a('{{ untilStep 0 2000000000 1 | len }}'),
    'limit',
    /memory|longer/,
  ],
  [
    'an include of itself',
    a('{{ define "r" }}{{ include "r" . }}{{ end }}{{ include "r" . }}'),
    'chart',
    /nested|recursi/i,
  ],
  [
    'a template of itself',
    a('{{ define "r" }}{{ template "r" . }}{{ end }}{{ template "r" . }}'),
    'chart',
    /depth/,
  ],
  [
    'tpl of itself',
    a('{{ tpl .Values.t . }}', {
      'values.yaml': 't: "{{ tpl .Values.t . }}"\n',
    }),
    'limit',
    /memory|longer|ended/,
  ],
  [
    'includes that double',
    a(
      `${Array.from(
        { length: 40 },
        (_, n) =>
          `{{ define "t${n}" }}{{ include "t${n + 1}" . }}{{ include "t${
            n + 1
          }" . }}{{ end }}`,
      ).join('')}{{ define "t40" }}x{{ end }}{{ include "t0" . }}`,
    ),
    'limit',
    /memory|longer/,
  ],
  [
    'laughs by the thousand million',
    a('{{ toJson .Values | len }}', { 'values.yaml': LAUGHS }),
    'values',
    /alias|excessive/i,
  ],
  [
    'values nested by the thousand',
    a('a: 1', { 'values.yaml': `a: ${nested(20_000)}\n` }),
    'values',
    /depth/,
  ],
  [
    'a schema that asks for itself',
    a('a: 1', {
      'values.schema.json': schema({
        $ref: '#/$defs/a',
        $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
      }),
    }),
    'values',
    /cycle|loop|recurs|schema/i,
  ],
  [
    'a schema without end',
    a('a: 1', {
      'values.schema.json': schema({
        $ref: '#/$defs/d0',
        $defs: { ...chain, d20: { type: 'string' } },
      }),
    }),
    'limit',
    /longer|memory/,
  ],
  [
    'a schema from a file',
    a('a: 1', { 'values.schema.json': schema({ $ref: 'file:///etc/passwd' }) }),
    'chart',
    /itself only/,
  ],
  [
    'a schema from the network',
    a('a: 1', {
      'values.schema.json': schema({ $ref: 'http://127.0.0.1:1/x.json' }),
    }),
    'chart',
    /itself only/,
  ],
  [
    'a path out of the chart',
    { ...a('a: 1'), '../../etc/passwd': 'x' },
    'chart',
    /no path inside/,
  ],
  [
    'an expression that backtracks',
    a('{{ regexMatch "(x+x+)+y" (repeat 200000000 "x") }}'),
    'limit',
    /memory|longer/,
  ],
  [
    'a key that takes for ever',
    a('{{ range until 1000 }}{{ genPrivateKey "rsa" }}{{ end }}'),
    'limit',
    /longer/,
  ],
  [
    'a chart in a chart that is no archive',
    { ...a('a: 1'), 'charts/x.tgz': 'not gzip' },
    'chart',
    /subchart x\.tgz/,
  ],
];

/** What a chart may ask for and does not get. */
const DENIED: [string, string, string][] = [
  [
    'objects of the cluster',
    '{{ lookup "v1" "Secret" "kube-system" "" | toJson }}',
    '{}',
  ],
  ['addresses of hosts', '{{ getHostByName "example.com" | quote }}', '""'],
  [
    'files outside of the chart',
    '{{ .Files.Get "../../../etc/passwd" | quote }}',
    '""',
  ],
  [
    'files by their absolute path',
    '{{ .Files.Get "/etc/passwd" | quote }}',
    '""',
  ],
  [
    'files by a pattern',
    '{{ range $p, $_ := .Files.Glob "/**" }}{{ $p }}{{ end }}-',
    '-',
  ],
];

describeWithRenderer('hostile charts (need O8_RENDERER)', () => {
  const renderer = new RendererProcess({
    command: command!,
    limits: {
      timeMs: 1_000,
      memoryBytes: 192 * 1024 * 1024,
      outputBytes: 4 * 1024 * 1024,
    },
  });
  afterAll(() => renderer.close());
  const neighbour = async () => {
    const { rendered } = await render(renderer, a('a: 1'));
    return rendered['demo/templates/a.yaml'];
  };

  it.each(HOSTILE)(
    'stops %s, and its neighbours notice nothing',
    async (_, files, kind, words) => {
      const hostile = render(renderer, files).then(
        () => undefined,
        error => error,
      );
      const neighbours = await Promise.all([neighbour(), neighbour()]);
      expect(neighbours).toEqual(['a: 1', 'a: 1']);
      const error = await hostile;
      expect(error).toMatchObject({ name: 'RenderError', kind });
      expect(error.message).toMatch(words);
      expect(await neighbour()).toBe('a: 1');
    },
    20_000,
  );

  it.each(DENIED)(
    'gives nothing to a chart that asks for %s',
    async (_, text, nothing) => {
      const { rendered } = await render(renderer, a(text));
      expect(rendered['demo/templates/a.yaml'].trim()).toBe(nothing);
    },
  );

  it('answers neighbours while a chart hangs', async () => {
    let hangs = true;
    const hostile = render(renderer, HOSTILE[0][1])
      .catch(() => {})
      .finally(() => {
        hangs = false;
      });
    expect(await neighbour()).toBe('a: 1');
    expect(hangs).toBe(true);
    await hostile;
  });
});
