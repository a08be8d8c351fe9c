import { ChartCase, output, template } from './ChartCase';

/** What text can be like. */
export const TEXT: Record<string, ChartCase> = {
  'whitespace that is trimmed and that is not': output(
    'a:   {{- 1 }}   \nb: {{ 2 -}}   \n\n  c: 3\n{{- /* gone */ -}}\nd:\n{{ "x" | indent 2 }}\n{{ "y\\nz" | nindent 4 }}\n\t{{- "t" }}\n\n\n',
  ),
  'only comments and nothing': template('# a comment\n{{/* and another */}}\n', {
    'templates/empty.yaml': '',
    'templates/blank.yaml': '  \n\t\n',
    'templates/b.yaml': 'b: 1\n',
  }),
  'several documents, some of them empty': template(
    '---\n\n---\na: 1\n---\n# nothing but a comment\n---\n{{ if false }}x: 1{{ end }}\n---\nb: 2\n...\n---\n',
  ),
  'separators inside of text': template(
    'a: |\n  ---\n  not a document\n--- # with a comment\nb: 1\n---\tc: tab\n',
  ),
  'line ends of Windows': template(
    'a: 1\r\nb: {{ .Values.w }}\r\n{{- if true }}\r\nc: 3\r\n{{- end }}\r\n---\r\nd: 4\r\n',
    { 'values.yaml': 'w: win\r\ntext: |\r\n  x\r\n  y\r\n' },
  ),
  'a byte order mark at the beginning': template('\uFEFFa: {{ .Values.b }}\n', {
    'values.yaml': '\uFEFFb: mark\n',
  }),
  'letters of every script, and emoji': {
    ...template(
      'greeting: {{ .Values.greeting | quote }}\nupper: {{ upper .Values.greeting }}\nlen: {{ len .Values.greeting }}\ncut: {{ trunc 3 .Values.ascii }}\njson: {{ toJson .Values }}\n# ünïcödé — “quotes”\n',
      { 'values.yaml': 'greeting: "Grüße, мир, 世界 🚢"\nascii: abcdef\n' },
    ),
    values: { given: 'é\u2028\u00a0' },
  },
  'no line end at the end': template('a: 1', { 'templates/b.yaml': 'b: 2' }),
  'blank lines at the end and at the beginning': template('\n\n\na: 1\n\n\n'),
  'block texts of every kind': template(
    `a: |
  kept
b: |-
  stripped
c: |+
  all kept

d: >
  folded
  lines
e: {{ .Values.text | quote }}
f: |-
{{ .Values.text | indent 2 }}
g: {{ toYaml .Values.text }}
`,
    { 'values.yaml': 'text: |\n  line one\n\n  line three  \n' },
  ),
  'braces that are not for the engine': template(
    'a: {{ "{{ not ours }}" | quote }}\nb: "{{`{{ $labels.instance }}`}}"\nc: \'{{ printf "{{%s}}" "x" }}\'\nd: ${NOT}\ne: "{% no %}"\n',
  ),
  'anchors, aliases and merge keys': template(
    'base: &base { a: 1 }\nderived:\n  <<: *base\n  b: 2\nvalues: {{ toJson .Values }}\n',
    { 'values.yaml': 'x: &x { k: v }\ny: *x\nz: { <<: *x, l: 1 }\n' },
  ),
  'YAML 1.1 words in values': template('v: {{ toYaml .Values | nindent 2 }}\n', {
    'values.yaml':
      'a: yes\nb: off\nc: 010\nd: 1_000\ne: 12:30\ng: "null"\nh: 0o10\ni: .5\nj: 1e3\nk: 2001-12-14\nl: !!str 5\n',
  }),
  'files in folders, of other endings, and partials': template('a: 1\n', {
    'templates/deep/er/b.yaml': 'b: {{ .Template.Name }}\n',
    'templates/c.yml': 'c: 1\n',
    'templates/d.json': '{"d": {{ 1 }}}\n',
    'templates/_partial.yaml': 'never: shown\n',
    'templates/deep/_p.tpl': '{{ define "p" }}p{{ end }}',
    'templates/e.txt': 'e: {{ include "p" . }}\n',
    'templates/NOTES.txt': 'notes for {{ .Release.Name }}\n',
    'README.md': '{{ broken',
  }),
  'a very long line and a very long list': template(
    'a: {{ repeat 20000 "x" }}\nl:\n{{- range until 3000 }}\n  - {{ . }}\n{{- end }}\n',
  ),
};
