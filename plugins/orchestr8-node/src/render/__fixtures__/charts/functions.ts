import { ChartCase, output, template } from './ChartCase';

/** What templates compute. */
export const FUNCTIONS: Record<string, ChartCase> = {
  'defaults, coalesce, ternary and empty values': template(
    `a: {{ .Values.nope | default "d" }}
b: {{ coalesce .Values.nope "" "c" }}
c: {{ ternary "yes" "no" (empty .Values.list) }}
d: {{ .Values.zero | default 5 }}
e: {{ default (dict "k" 1) .Values.map | toJson }}
`,
    { 'values.yaml': 'zero: 0\nlist: []\nmap: {}\n' },
  ),
  'numbers, large and small': {
    ...template(
      `i: {{ .Values.i }}
big: {{ .Values.big }}
big64: {{ .Values.big | int64 }}
float: {{ .Values.float }}
exp: {{ .Values.exp }}
sum: {{ add 1 .Values.i | mul 3 }} {{ div 7 2 }} {{ mod 7 2 }} {{ max 1 9 4 }} {{ round 2.567 2 }} {{ ceil 1.2 }} {{ floor 1.9 }}
float64: {{ addf 1.5 2 }} {{ mulf 1.1 3 }}
octal: {{ .Values.octal }}
toYaml: {{ toYaml .Values | nindent 2 }}
`,
      {
        'values.yaml':
          'i: 42\nbig: 12345678901\nfloat: 1.50\nexp: 1e6\noctal: 0644\nhex: 0x1F\nneg: -0.1\n',
      },
    ),
    values: { given: 12345678901, fraction: 0.1, whole: 3.0 },
  },
  'quoting and strings': output(
    `q: {{ .Values.s | quote }}
s: {{ .Values.s | squote }}
u: {{ upper .Values.s }} {{ lower "ABC" }} {{ title "the end" }} {{ untitle "The End" }}
t: {{ trunc 5 .Values.s }} {{ trunc -3 "abcdef" }} {{ trimSuffix "-" "ab-" }} {{ trimAll "x" "xaxx" }} {{ nospace "a b" }}
r: {{ replace " " "-" "a b c" }} {{ repeat 3 "ab" }} {{ substr 1 3 "hello" }} {{ abbrev 8 "hello world" }} {{ initials "First Try" }}
c: {{ contains "ell" "hello" }} {{ hasPrefix "he" "hello" }} {{ cat "a" 1 true }} {{ snakecase "FirstName" }} {{ camelcase "first_name" }} {{ kebabcase "FirstName" }}
p: {{ printf "%05d|%-5s|%q|%v|%.2f" 42 "ab" "x" (list 1 2) 3.14159 }} {{ plural "one" "many" 2 }}
w: {{ wrap 5 "aaa bbb ccc" | quote }} {{ "a\\tb" | quote }}
`,
    { 'values.yaml': 's: "it\'s \\"quoted\\" \\\\ and\\nlong"\n' },
  ),
  'lists and dictionaries': output(
    `l: {{ list 1 2 3 | join "," }} {{ first .Values.l }} {{ last .Values.l }} {{ rest .Values.l }} {{ initial .Values.l }} {{ has "b" .Values.l }}
m: {{ append .Values.l "z" | toJson }} {{ prepend .Values.l "0" | toJson }} {{ concat .Values.l (list "q") | toJson }} {{ reverse .Values.l }} {{ uniq (list 1 1 2) }} {{ without .Values.l "b" }} {{ compact (list "" "a") }} {{ slice .Values.l 1 2 }} {{ sortAlpha (list "b" "a") }} {{ chunk 2 (list 1 2 3) }} {{ until 3 }} {{ untilStep 0 9 3 }} {{ seq 3 }}
d: {{ $d := dict "a" 1 "b" (dict "c" 2) }}{{ set $d "z" 9 | toJson }} {{ unset $d "z" | toJson }} {{ hasKey $d "a" }} {{ get $d "a" }} {{ dig "b" "c" "none" $d }} {{ pick $d "a" | toJson }} {{ omit $d "a" | toJson }} {{ keys $d | sortAlpha }} {{ merge (dict "a" 5) $d | toJson }} {{ mergeOverwrite (dict "a" 5) $d | toJson }} {{ deepCopy $d | toJson }} {{ pluck "a" $d (dict "a" 7) }}
`,
    { 'values.yaml': 'l: [a, b, c]\n' },
  ),
  'JSON, TOML and YAML both ways': output(
    `json: {{ toJson .Values.m }}
pretty: |
  {{- toPrettyJson .Values.m | nindent 2 }}
raw: {{ toRawJson (dict "a" "<b>") }}
yaml:
  {{- toYaml .Values.m | nindent 2 }}
toml: |
  {{- toToml .Values.m | nindent 2 }}
from: {{ (fromJson "{\\"a\\": [1, {\\"b\\": null}]}").a | toJson }} {{ (fromYaml "x: {y: 1}").x.y }} {{ fromYamlArray "[1, two]" | toJson }} {{ fromJsonArray "[3]" | toJson }}
broken: {{ (fromYaml "a: [").Error | trunc 20 | quote }}
must: {{ mustToJson .Values.m }}
`,
    {
      'values.yaml':
        'm:\n  s: "text: with # signs"\n  n: 1\n  f: 1.5\n  t: true\n  no: 1\n  multi: |\n    a\n    b\n  list:\n    - x\n    - { k: v }\n  empty: {}\n  date: 2024-01-01\n  on: "on"\n',
    },
  ),
  'hashes, encodings and regular expressions': output(
    `h: {{ sha256sum "x" }} {{ sha1sum "x" }} {{ adler32sum "x" }} {{ sha512sum "x" | trunc 9 }}
b: {{ b64enc "päd" }} {{ b64dec "cMOkZA==" }} {{ b32enc "x" }}
r: {{ regexMatch "^a.c$" "abc" }} {{ regexFind "[0-9]+" "a12b3" }} {{ regexFindAll "[0-9]" "1a2" -1 }} {{ regexReplaceAll "a(.)" "ab ac" "x\${1}" }} {{ regexReplaceAllLiteral "a" "aa" "$1" }} {{ regexSplit "," "a,b" -1 }} {{ regexQuoteMeta "1.2" }}
v: {{ semver "1.2.3-rc.1" | toString }} {{ semverCompare ">=1.2.0-0" "1.2.3" }} {{ (semver "1.2.3").Major }}
u: {{ urlParse "https://u:p@h:8080/p?q=1#f" | toJson }} {{ urlJoin (dict "scheme" "http" "host" "h" "path" "/p") }}
path: {{ base "/a/b.txt" }} {{ dir "/a/b.txt" }} {{ ext "b.txt" }} {{ clean "a//b/../c" }} {{ isAbs "/a" }}
d: {{ date "2006-01-02" (toDate "2006-01-02" "2020-02-29") }} {{ dateInZone "15:04" (toDate "2006-01-02" "2020-02-29") "UTC" }} {{ duration "95" }} {{ durationRound "2h10m5s" }}
t: {{ kindOf "a" }} {{ typeOf 1 }} {{ kindIs "map" .Values }} {{ typeIs "string" "a" }} {{ int "08" }} {{ atoi "12" }} {{ toString 1.0 }} {{ toStrings (list 1 2) }} {{ toDecimal "0777" }}
`,
  ),
  'conditions, with, range and variables': output(
    `{{- $outer := "o" }}
{{- range $i, $e := .Values.list }}
{{- if and (gt $i 0) (ne $e.name "skip") }}
- {{ $i }}: {{ $e.name }} {{ $outer }} {{ $.Release.Name }}
{{- else if eq $e.name "first" }}
- first
{{- else }}
- skipped
{{- end }}
{{- end }}
{{- range .Values.none }}x{{ else }}
- none
{{- end }}
{{- with .Values.map.deep }}
- deep: {{ .k }}
{{- else }}
- no
{{- end }}
{{- range $k, $v := .Values.map }}
- {{ $k }}
{{- end }}
{{- range $n := until 9 }}{{ if eq $n 2 }}{{ continue }}{{ end }}{{ if gt $n 4 }}{{ break }}{{ end }}
- {{ $n }}{{ end }}
{{- $outer = "changed" }}
- {{ $outer }} {{ not true }} {{ or "" "b" }} {{ len .Values.list }} {{ index .Values.list 1 "name" }}
`,
    {
      'values.yaml':
        'list: [{ name: first }, { name: skip }, { name: third }]\nnone: []\nmap: { z: 1, a: 2, deep: { k: v } }\n',
    },
  ),
  'tpl, with its own scope and values in values': template(
    `a: {{ tpl .Values.text . }}
b: {{ tpl "{{ .x }}-{{ .Template.Name }}" (dict "x" 1 "Template" .Template) }}
c:
{{ tpl (toYaml .Values.tree) $ | indent 2 }}
d: {{ tpl (.Files.Get "f.tpl") . }}
e: {{ tpl "{{ include \\"h\\" . }}" . }}
`,
    {
      'values.yaml':
        'text: "{{ .Release.Name }}/{{ .Values.other }}"\nother: "{{ .Chart.Name }}"\ntree:\n  k: "{{ .Release.Namespace }}"\n  l: ["{{ 1 }}"]\n',
      'f.tpl': 'from-a-file-{{ .Chart.Version }}',
      'templates/_h.tpl': '{{ define "h" }}help{{ end }}',
    },
  ),
  'lookup finds nothing, and hosts have no address': template(
    `a: {{ lookup "v1" "Secret" .Release.Namespace "x" | toJson }}
b: {{ if (lookup "v1" "Namespace" "" "") }}there{{ else }}absent{{ end }}
c: {{ (lookup "v1" "Secret" "ns" "x").data | default "none" }}
d: {{ getHostByName "localhost" | quote }}
`,
  ),
  'required, fail and their guards': {
    ...template(
      '{{- if not .Values.ok }}{{ fail "no" }}{{ end }}\na: {{ required "give a" .Values.a }}\nb: {{ required "b" 0 }}\n',
    ),
    values: { ok: true, a: 'x' },
  },
  'release, chart and template objects': {
    ...template(
      `r: {{ .Release.Name }} {{ .Release.Namespace }} {{ .Release.Revision }} {{ .Release.Service }} {{ .Release.IsInstall }} {{ .Release.IsUpgrade }}
c: {{ .Chart.Name }} {{ .Chart.Version }} {{ .Chart.AppVersion }} {{ .Chart.Type }} {{ .Chart.Annotations.key }} {{ .Chart.Keywords }} {{ (first .Chart.Maintainers).Name }} {{ .Chart.Home }} {{ .Chart.Sources }} {{ .Chart.IsRoot }} {{ .Chart.Deprecated }}
t: {{ .Template.Name }} {{ .Template.BasePath }}
`,
      {
        'Chart.yaml':
          'apiVersion: v2\nname: demo\nversion: 1.2.3+meta\nappVersion: 1.16\ntype: application\nannotations: { key: value }\nkeywords: [a, b]\nhome: https://example.com\nsources: [https://example.com/src]\nmaintainers: [{ name: Me, email: me@example.com }]\n',
      },
    ),
  },
  'what is different in an upgrade': {
    ...template(
      '{{ if .Release.IsInstall }}install{{ end }}{{ if .Release.IsUpgrade }}upgrade: {{ .Release.Revision }}{{ end }}\n',
    ),
    upgrade: true,
  },
  'what the cluster can do': template(
    `k: {{ .Capabilities.KubeVersion.Version }} {{ .Capabilities.KubeVersion.Major }}.{{ .Capabilities.KubeVersion.Minor }} {{ .Capabilities.KubeVersion.GitVersion }}
s: {{ semverCompare ">=1.19-0" .Capabilities.KubeVersion.GitVersion }}
a: {{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1/ServiceMonitor" }}
b: {{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}
c: {{ .Capabilities.APIVersions.Has "nowhere/v1" }}
{{- if .Capabilities.APIVersions.Has "apps/v1" }}
d: apps/v1
{{- end }}
`,
  ),
};
