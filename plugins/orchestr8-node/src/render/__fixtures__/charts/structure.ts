import { ChartCase, chartYaml } from './ChartCase';

const SHOW = 'v: {{ toJson .Values }}\n';
const sub = (name: string, files: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      'Chart.yaml': chartYaml(name),
      'values.yaml': 'who: child\nother: o\n',
      'templates/a.yaml': `name: ${name}\n${SHOW}`,
      ...files,
    }).map(([path, text]) => [`charts/${name}/${path}`, text]),
  );
const dependencies = (...lines: string[]) =>
  chartYaml(
    'demo',
    `dependencies:\n${lines.map(line => `  - { ${line} }\n`).join('')}`,
  );
const LIBRARY = {
  'charts/common/Chart.yaml': chartYaml('common', 'type: library\n'),
  'charts/common/templates/_names.tpl': `{{/* A name that fits. */}}
{{- define "common.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- define "common.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}
{{- define "common.tplvalues.render" -}}
{{- if typeIs "string" .value }}{{- tpl .value .context }}{{- else }}{{- tpl (.value | toYaml) .context }}{{- end }}
{{- end -}}
`,
  'charts/common/templates/_deployment.yaml': `{{- define "common.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "common.fullname" . }}
  labels: {{- include "common.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas | default 1 }}
{{- end -}}
{{- define "common.util.merge" -}}
{{- $top := first . -}}
{{- $overrides := fromYaml (include (index . 1) $top) | default (dict) -}}
{{- $tpl := fromYaml (include (index . 2) $top) | default (dict) -}}
{{- toYaml (merge $overrides $tpl) -}}
{{- end -}}
`,
};

/** How charts are put together. */
export const STRUCTURE: Record<string, ChartCase> = {
  'a sub-chart that the parent configures': {
    files: {
      'Chart.yaml': dependencies('name: kid, version: 1.0.0'),
      'values.yaml': 'kid: { who: parent }\nglobal: { g: 1 }\n',
      'templates/a.yaml': SHOW,
      ...sub('kid'),
    },
    values: { kid: { given: true } },
  },
  'a sub-chart that is not declared': {
    files: { 'templates/a.yaml': SHOW, ...sub('kid') },
  },
  'sub-charts of sub-charts, and globals for all': {
    files: {
      'values.yaml': 'global: { a: top, deep: { x: 1 } }\nkid: { grandkid: { who: top } }\n',
      'templates/a.yaml': SHOW,
      ...sub('kid', {
        'values.yaml': 'global: { a: kid, b: kid }\ngrandkid: { who: kid, m: 1 }\n',
        ...Object.fromEntries(
          Object.entries(sub('grandkid')).map(([path, text]) => [path, text]),
        ),
      }),
    },
    values: { global: { deep: { y: 2 } } },
  },
  'conditions': {
    files: {
      'Chart.yaml': dependencies(
        'name: on, version: 1.0.0, condition: on.enabled',
        'name: off, version: 1.0.0, condition: off.enabled',
        'name: given, version: 1.0.0, condition: "nope.at.all,given.enabled"',
      ),
      'values.yaml': 'on: { enabled: true }\noff: { enabled: false }\ngiven: { enabled: true }\n',
      'templates/a.yaml': SHOW,
      ...sub('on'),
      ...sub('off'),
      ...sub('given'),
    },
    values: { given: { enabled: false } },
  },
  'tags, and a condition that overrules one': {
    files: {
      'Chart.yaml': dependencies(
        'name: front, version: 1.0.0, tags: [web]',
        'name: back, version: 1.0.0, tags: [db]',
        'name: both, version: 1.0.0, tags: [db], condition: both.enabled',
      ),
      'values.yaml': 'tags: { web: true, db: false }\nboth: { enabled: true }\n',
      ...sub('front'),
      ...sub('back'),
      ...sub('both'),
    },
  },
  'two aliases of one chart': {
    files: {
      'Chart.yaml': dependencies(
        'name: cache, version: 1.0.0, alias: sessions',
        'name: cache, version: 1.0.0, alias: pages, condition: pages.enabled',
      ),
      'values.yaml': 'sessions: { who: s }\npages: { enabled: true, who: p }\n',
      ...sub('cache'),
    },
  },
  'import-values, by list and by mapping': {
    files: {
      'Chart.yaml': chartYaml(
        'demo',
        'dependencies:\n  - name: kid\n    version: 1.0.0\n    import-values:\n      - data\n      - child: deep.inside\n        parent: taken\n',
      ),
      'values.yaml': 'taken: { own: 1 }\n',
      'templates/a.yaml': SHOW,
      ...sub('kid', {
        'values.yaml': 'exports: { data: { fromKid: yes, port: 80 } }\ndeep: { inside: { a: 1 } }\n',
      }),
    },
  },
  'a packed sub-chart': {
    files: {
      'Chart.yaml': dependencies('name: packed, version: 1.0.0'),
      'templates/a.yaml': SHOW,
    },
    archives: {
      'charts/packed-1.0.0.tgz': {
        'packed/Chart.yaml': chartYaml('packed'),
        'packed/values.yaml': 'who: packed\n',
        'packed/templates/a.yaml': SHOW,
      },
    },
  },
  'a library of names and labels': {
    files: {
      'Chart.yaml': dependencies('name: common, version: 1.0.0'),
      'values.yaml': 'common: {}\nextra: "{{ .Release.Name }}-x"\nmap: { k: "{{ .Chart.Name }}" }\n',
      'templates/a.yaml':
        'name: {{ include "common.fullname" . }}\nlabels:\n  {{- include "common.labels" . | nindent 2 }}\nextra: {{ include "common.tplvalues.render" (dict "value" .Values.extra "context" $) }}\nmap: {{ include "common.tplvalues.render" (dict "value" .Values.map "context" $) | nindent 2 }}\n',
      ...LIBRARY,
    },
  },
  'a library that writes the whole object, merged with ours': {
    files: {
      'Chart.yaml': dependencies('name: common, version: 1.0.0'),
      'templates/a.yaml':
        '{{- include "common.util.merge" (list . "demo.deployment" "common.deployment") -}}\n{{- define "demo.deployment" -}}\nspec:\n  replicas: 7\n  paused: true\n{{- end -}}\n',
      ...LIBRARY,
    },
  },
  'a template of the parent that overrides the child\'s': {
    files: {
      'templates/_h.tpl': '{{ define "shared" }}parent{{ end }}',
      'templates/a.yaml': 'a: {{ include "shared" . }}\n',
      ...sub('kid', {
        'templates/_h.tpl': '{{ define "shared" }}child{{ end }}',
        'templates/b.yaml': 'b: {{ include "shared" . }}\n',
      }),
    },
  },
  'null removes a default': {
    files: {
      'values.yaml': 'a: 1\nprobe: { httpGet: { path: / }, period: 5 }\n',
      'templates/a.yaml': SHOW,
      ...sub('kid'),
    },
    values: { a: null, kid: { other: null }, probe: { httpGet: null, exec: { command: ['x'] } } },
  },
  'maps are merged and lists replaced': {
    files: {
      'values.yaml': 'm: { a: { b: 1, c: 2 } }\nl: [1, 2, 3]\ns: text\n',
      'templates/a.yaml': SHOW,
    },
    values: { m: { a: { c: 3, d: 4 } }, l: [9], n: { x: [] } },
  },
  'requirements.yaml of the first version': {
    files: {
      'Chart.yaml': 'apiVersion: v1\nname: demo\nversion: 1.0.0\n',
      'requirements.yaml': 'dependencies:\n  - name: kid\n    version: 1.0.0\n    condition: kid.enabled\n',
      'values.yaml': 'kid: { enabled: true }\n',
      ...sub('kid', { 'Chart.yaml': 'apiVersion: v1\nname: kid\nversion: 1.0.0\n' }),
    },
  },
  'a schema that the values meet': {
    files: {
      'values.yaml': 'port: 80\nimage: { tag: "1" }\n',
      'values.schema.json': JSON.stringify({
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        required: ['port'],
        properties: {
          port: { $ref: '#/definitions/port' },
          image: { type: 'object', properties: { tag: { type: 'string' } } },
        },
        definitions: { port: { type: 'integer', minimum: 1 } },
      }),
      'templates/a.yaml': SHOW,
    },
    values: { port: 8080 },
  },
  'files, globs, lines and secrets': {
    files: {
      'conf/a.conf': 'one\ntwo\n',
      'conf/b.bin': 'bytes\t\u00e9',
      'conf/deep/c.conf': 'three',
      '.helmignore': '*.bak\nignored/\n',
      'conf/x.bak': 'no',
      'ignored/y.conf': 'no',
      'templates/a.yaml': `data:
{{ (.Files.Glob "conf/*.conf").AsConfig | indent 2 }}
secrets:
{{ (.Files.Glob "conf/**").AsSecrets | indent 2 }}
lines:
{{- range .Files.Lines "conf/a.conf" }}
  - {{ . | quote }}
{{- end }}
bytes: {{ .Files.GetBytes "conf/b.bin" | toString | quote }}
missing: {{ .Files.Get "nope" | quote }}
outside: {{ .Files.Get "../../etc/passwd" | quote }}
all: {{ range $path, $_ := .Files.Glob "**" }}{{ $path }} {{ end }}
`,
    },
  },
};
