import { RendererProcess } from './RendererProcess';

const command = process.env.O8_RENDERER;
const describeWithRenderer = command ? describe : describe.skip;

const chartOf = (files: Record<string, string>) =>
  new Map(
    Object.entries({
      'Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 1.0.0\n',
      ...files,
    }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );

const request = (files: Record<string, string>, values = {}) => ({
  chart: chartOf(files),
  values,
  release: 'demo',
  namespace: 'demo-dev',
  upgrade: false,
});

describeWithRenderer('RendererProcess (needs O8_RENDERER)', () => {
  let renderer: RendererProcess;
  const start = (limits = {}) => {
    renderer = new RendererProcess({ command: command!, limits });
    return renderer;
  };
  afterEach(() => renderer.close());

  it('renders templates with values and release', async () => {
    const { rendered } = await start().render(
      request(
        {
          'templates/a.yaml':
            'who: {{ .Values.who }}\nwhere: {{ .Release.Namespace }}\n',
        },
        { who: 'me' },
      ),
    );
    expect(rendered['demo/templates/a.yaml']).toBe(
      'who: me\nwhere: demo-dev\n',
    );
  });

  it('names file, line and column of a template that fails', async () => {
    await expect(
      start().render(
        request({
          'templates/a.yaml': 'a: 1\nb: {{ required "who?" .Values.who }}\n',
        }),
      ),
    ).rejects.toMatchObject({
      name: 'RenderError',
      kind: 'chart',
      file: 'templates/a.yaml',
      line: 2,
      message: expect.stringContaining('who?'),
    });
  });

  it('judges a pod by the standard', async () => {
    const findings = await start().judge({
      level: 'restricted',
      version: 'latest',
      metadata: { name: 'x' },
      spec: { hostNetwork: true, containers: [{ name: 'a', image: 'a' }] },
    });
    expect(findings.map(finding => finding.reason)).toContain(
      'host namespaces',
    );
  });

  it('stops a chart that runs too long, and renders the next one', async () => {
    const slow = {
      'templates/a.yaml':
        '{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}',
    };
    await expect(
      start({ timeMs: 500 }).render(request(slow)),
    ).rejects.toMatchObject({ kind: 'limit' });
    const next = await renderer.render(request({ 'templates/a.yaml': 'a: 1' }));
    expect(next.rendered['demo/templates/a.yaml']).toBe('a: 1');
  });

  it('stops a chart that writes too much', async () => {
    await expect(
      start({ outputBytes: 10_000 }).render(
        request({ 'templates/a.yaml': '{{ repeat 100000 "x" }}' }),
      ),
    ).rejects.toMatchObject({ kind: 'limit' });
  });

  it('stops a chart that takes too much memory', async () => {
    const hungry = {
      'templates/a.yaml':
        '{{- $x := "xxxxxxxx" }}{{ range until 40 }}{{ $x = cat $x $x }}{{ end }}{{ len $x }}',
    };
    await expect(
      start({ memoryBytes: 256 * 1024 * 1024 }).render(request(hungry)),
    ).rejects.toMatchObject({ kind: 'limit' });
  });

  it('answers requests that are asked at once, each with its own answer', async () => {
    start();
    const answers = await Promise.all(
      [1, 2, 3].map(n =>
        renderer.render(request({ 'templates/a.yaml': `n: ${n}` })),
      ),
    );
    expect(answers.map(a => a.rendered['demo/templates/a.yaml'])).toEqual([
      'n: 1',
      'n: 2',
      'n: 3',
    ]);
  });
});

describe('RendererProcess without a binary', () => {
  it('says that the renderer cannot be started and what to do', async () => {
    const renderer = new RendererProcess({ command: '/nowhere/renderer' });
    await expect(
      renderer.judge({
        level: 'baseline',
        version: 'latest',
        metadata: {},
        spec: {},
      }),
    ).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('/nowhere/renderer'),
    });
    await renderer.close();
  });
});
