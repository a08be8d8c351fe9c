import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { RendererProcess } from './RendererProcess';

const renderer = process.env.O8_RENDERER;
const helm = process.env.O8_HELM;
const describeWithBoth = renderer && helm ? describe : describe.skip;

const HELPERS = `{{- define "demo.labels" -}}
app: {{ .Chart.Name }}
chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}
`;

/** Charts that use what charts use; each is a map of path to text. */
const CHARTS: Record<string, Record<string, string>> = {
  'values, defaults and quoting': {
    'values.yaml': 'a: 1\nb: "yes"\nlist: [x, y]\nnested: { deep: 010 }\n',
    'templates/a.yaml':
      'a: {{ .Values.a | quote }}\nb: {{ .Values.b }}\nlist: {{ toYaml .Values.list | nindent 2 }}\ndeep: {{ .Values.nested.deep }}\nmissing: {{ .Values.nope | default "d" }}\nbig: {{ .Values.big | int64 }}\n',
  },
  'includes, tpl and ranges': {
    'values.yaml': 'text: "{{ .Release.Name }}-x"\nitems: { b: 2, a: 1 }\n',
    'templates/_helpers.tpl': HELPERS,
    'templates/a.yaml':
      'labels: {{- include "demo.labels" . | nindent 2 }}\ntext: {{ tpl .Values.text . }}\nitems:\n{{- range $k, $v := .Values.items }}\n  {{ $k }}: {{ $v }}\n{{- end }}\n',
  },
  'several documents and empty ones': {
    'templates/a.yaml':
      '{{- if .Values.on }}\na: 1\n{{- end }}\n---\nb: 2\n---\n',
    'templates/empty.yaml': '{{- if .Values.on }}x{{ end }}',
    'templates/NOTES.txt': 'hello',
  },
  'files, hashes and trigonometry of strings': {
    'files/x.txt': 'content\n',
    'templates/a.yaml':
      'sum: {{ .Files.Get "files/x.txt" | sha256sum }}\nb64: {{ .Files.Get "files/x.txt" | b64enc }}\nglob: {{ range $p, $_ := .Files.Glob "files/*" }}{{ $p }}{{ end }}\n{{- with semver "1.2.3" }}\nmajor: {{ .Major }}{{ end }}\n',
  },
  'a sub-chart with a condition': {
    'Chart.yaml':
      'apiVersion: v2\nname: demo\nversion: 1.0.0\ndependencies:\n  - { name: sub, version: 0.1.0, condition: sub.enabled }\n  - { name: off, version: 0.1.0, condition: off.enabled }\n',
    'values.yaml':
      'sub: { enabled: true, who: parent }\noff: { enabled: false }\nglobal: { g: 1 }\n',
    'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 0.1.0\n',
    'charts/sub/values.yaml': 'who: child\nother: o\n',
    'charts/sub/templates/a.yaml':
      'who: {{ .Values.who }}\nother: {{ .Values.other }}\ng: {{ .Values.global.g }}\n',
    'charts/off/Chart.yaml': 'apiVersion: v2\nname: off\nversion: 0.1.0\n',
    'charts/off/templates/a.yaml': 'never: true\n',
  },
};

const GIVEN = { a: 'given', big: 12345678901, nested: { extra: true } };

describeWithBoth('rendering (needs O8_RENDERER, O8_HELM)', () => {
  const sandbox = new RendererProcess({ command: renderer! });
  afterAll(() => sandbox.close());

  it.each(Object.keys(CHARTS))(
    'gives the same bytes as helm template: %s',
    async name => {
      const files: Record<string, string> = {
        'Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 1.0.0\n',
        ...CHARTS[name],
      };
      const { rendered } = await sandbox.render({
        chart: new Map(
          Object.entries(files).map(([path, text]) => [
            path,
            new TextEncoder().encode(text),
          ]),
        ),
        values: GIVEN,
        release: 'rel',
        namespace: 'ns',
        upgrade: false,
      });
      expect(Object.keys(rendered).length).toBeGreaterThan(0);
      for (const [template, text] of Object.entries(rendered)) {
        expect(documents(text)).toEqual(
          documents(await helmTemplate(files, template)),
        );
      }
    },
  );
});

/** What Helm itself renders of one template. */
async function helmTemplate(
  files: Record<string, string>,
  template: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'o8-chart-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await writeFile(join(folder, '.given.json'), JSON.stringify(GIVEN));
    const { stdout } = await promisify(execFile)(helm!, [
      'template',
      'rel',
      folder,
      '--namespace=ns',
      '--values',
      join(folder, '.given.json'),
      '--show-only',
      template.slice(template.indexOf('/') + 1),
    ]);
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Helm splits templates into documents and writes a `# Source` line before each: that is its own, the rest is the chart's. */
function documents(text: string): string[] {
  return text
    .split(/^---$/m)
    .map(document => document.replace(/^# Source: .*$/m, '').trim())
    .filter(Boolean);
}
