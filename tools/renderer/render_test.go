package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// chart is a chart of one version with the given files.
func chartWith(files map[string]string) map[string][]byte {
	all := map[string][]byte{
		"Chart.yaml":  []byte("apiVersion: v2\nname: shop\nversion: 1.0.0\n"),
		"values.yaml": []byte("replicas: 1\n"),
	}
	for name, text := range files {
		all[name] = []byte(text)
	}
	return all
}

// ask sends one request through the same lines that a caller uses.
func ask(t *testing.T, r request) answer {
	t.Helper()
	line, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	answers := exchange(t, string(line)+"\n")
	if len(answers) != 1 {
		t.Fatalf("%d answers to one request", len(answers))
	}
	return answers[0]
}

func exchange(t *testing.T, input string) []answer {
	t.Helper()
	var out bytes.Buffer
	s, err := newServer(&out, limits{time: 10 * time.Second, heap: 1 << 30, output: 1 << 20, input: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.serve(strings.NewReader(input)); err != nil {
		t.Fatal(err)
	}
	var answers []answer
	decoder := json.NewDecoder(&out)
	for decoder.More() {
		var a answer
		if err := decoder.Decode(&a); err != nil {
			t.Fatal(err)
		}
		answers = append(answers, a)
	}
	return answers
}

func renderChart(t *testing.T, files map[string]string, values map[string]any) answer {
	t.Helper()
	return ask(t, request{ID: 7, Render: &renderRequest{
		Files: chartWith(files), Values: values, Release: "orders", Namespace: "orders-dev",
	}})
}

func TestRendersAsHelmNamesIt(t *testing.T) {
	a := renderChart(t, map[string]string{
		"templates/a.yaml":     "replicas: {{ .Values.replicas }}\nrelease: {{ .Release.Name }}/{{ .Release.Namespace }}\n",
		"templates/_h.tpl":     `{{ define "x" }}y{{ end }}`,
		"templates/empty.yaml": "{{ if false }}a: 1{{ end }}\n",
		"templates/hook.yaml":  "kind: Job\nmetadata: { annotations: { helm.sh/hook: test } }\n",
		"templates/NOTES.txt":  "hello {{ .Release.Name }}",
		"crds/thing.yaml":      "kind: CustomResourceDefinition\n",
	}, map[string]any{"replicas": 3})
	if a.Error != nil || a.ID != 7 {
		t.Fatalf("%+v", a)
	}
	if got := a.Rendered["shop/templates/a.yaml"]; got != "replicas: 3\nrelease: orders/orders-dev\n" {
		t.Errorf("a.yaml is %q", got)
	}
	if len(a.Rendered) != 2 {
		t.Errorf("empty output, partials or notes are among %v", a.Rendered)
	}
	if a.Notes != "hello orders" {
		t.Errorf("the notes are %q", a.Notes)
	}
	if a.CRDs["shop/crds/thing.yaml"] == "" {
		t.Errorf("the definitions are %v", a.CRDs)
	}
}

func TestSaysWhereAChartDoesNotRender(t *testing.T) {
	cases := []struct {
		name         string
		files        map[string]string
		values       map[string]any
		kind         string
		file         string
		line, column int
		message      string
	}{
		{"a nil pointer", map[string]string{"templates/a.yaml": "a:\n  {{ .Values.b.c }}\n"}, nil,
			kindChart, "templates/a.yaml", 2, 12, "nil pointer evaluating interface {}.c (at {{ .Values.b.c }})"},
		{"a nil pointer in a partial", map[string]string{"templates/_h.tpl": "{{ define \"h\" }}\n{{ .Values.b.c }}{{ end }}", "templates/a.yaml": `{{ include "h" . }}`}, nil,
			kindChart, "templates/_h.tpl", 2, 10, "nil pointer"},
		{"a required value", map[string]string{"templates/a.yaml": "a: {{ required \"set image.tag\" .Values.tag }}"}, nil,
			kindChart, "templates/a.yaml", 1, 6, "set image.tag"},
		{"what fail says", map[string]string{"templates/a.yaml": "\n{{ fail \"not like this\" }}"}, nil,
			kindChart, "templates/a.yaml", 2, 3, "not like this"},
		{"a template that does not parse", map[string]string{"templates/a.yaml": "a: 1\n{{ if }}"}, nil,
			kindChart, "templates/a.yaml", 2, 0, "missing value for if"},
		{"an unknown function", map[string]string{"templates/a.yaml": "{{ nope }}"}, nil,
			kindChart, "templates/a.yaml", 1, 0, `function "nope" not defined`},
		{"values.yaml that is no YAML", map[string]string{"values.yaml": "a: 1\nb: [\n"}, nil,
			kindValues, "values.yaml", 2, 0, "cannot load values.yaml"},
		{"values against the schema", map[string]string{"values.schema.json": `{"properties":{"replicas":{"type":"string"}}}`}, nil,
			kindValues, "", 0, 0, "replicas: got number, want string"},
		{"given values against the schema", map[string]string{"values.schema.json": `{"properties":{"image":{"properties":{"tag":{"type":"string"}}}}}`}, map[string]any{"image": map[string]any{"tag": 5}},
			kindValues, "", 0, 0, "image.tag: got number, want string"},
		{"a schema that is none", map[string]string{"values.schema.json": "{"}, nil,
			kindChart, "values.schema.json", 0, 0, ""},
		{"a schema that reads a file", map[string]string{"values.schema.json": `{"$ref":"file:///etc/hostname"}`}, nil,
			kindChart, "values.schema.json", 0, 0, "a schema may refer to itself only"},
		{"a schema that opens a connection", map[string]string{"values.schema.json": `{"$ref":"http://127.0.0.1:1/x"}`}, nil,
			kindChart, "values.schema.json", 0, 0, "a schema may refer to itself only"},
		{"a dependency that is not there", map[string]string{"Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{ name: redis, version: 1.0.0, repository: 'https://x' }]\n"}, nil,
			kindChart, "Chart.yaml", 0, 0, "missing in the chart's charts/ folder: redis"},
		{"a library", map[string]string{"Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\ntype: library\n"}, nil,
			kindChart, "Chart.yaml", 0, 0, "library charts are not installable"},
		{"a chart without a version", map[string]string{"Chart.yaml": "apiVersion: v2\nname: shop\n"}, nil,
			kindChart, "Chart.yaml", 0, 0, "version"},
		{"a path out of the chart", map[string]string{"../x": ""}, nil,
			kindChart, "../x", 0, 0, "no path inside a chart"},
		{"endless recursion", map[string]string{"templates/a.yaml": `{{ define "r" }}{{ include "r" . }}{{ end }}{{ include "r" . }}`}, nil,
			kindChart, "templates/a.yaml", 1, 0, "nested reference name"},
		{"too much output", map[string]string{"templates/a.yaml": `{{ repeat 2000000 "x" }}`}, nil,
			kindLimit, "", 0, 0, "more than the limit"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := renderChart(t, c.files, c.values)
			if a.Error == nil {
				t.Fatalf("it renders: %v", a.Rendered)
			}
			e := *a.Error
			if e.Kind != c.kind || e.File != c.file || e.Line != c.line || (c.column != 0 && e.Column != c.column) {
				t.Errorf("%s at %s:%d:%d, want %s at %s:%d:%d (%s)", e.Kind, e.File, e.Line, e.Column, c.kind, c.file, c.line, c.column, e.Message)
			}
			if !strings.Contains(e.Message, c.message) {
				t.Errorf("it says %q, not %q", e.Message, c.message)
			}
		})
	}
}

func TestTreatsSubchartsAsHelmDoes(t *testing.T) {
	files := map[string]string{
		"Chart.yaml":                   "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{ name: cache, version: 1.0.0, condition: cache.enabled }]\n",
		"charts/cache/Chart.yaml":      "apiVersion: v2\nname: cache\nversion: 1.0.0\n",
		"charts/cache/values.yaml":     "size: 1\n",
		"charts/cache/templates/c.yml": "size: {{ .Values.size }}\n",
		"templates/a.yaml":             "a: 1\n",
	}
	on := renderChart(t, files, map[string]any{"cache": map[string]any{"enabled": true, "size": 4}})
	if got := on.Rendered["shop/charts/cache/templates/c.yml"]; got != "size: 4\n" {
		t.Errorf("enabled, it renders %v (%v)", on.Rendered, on.Error)
	}
	off := renderChart(t, files, map[string]any{"cache": map[string]any{"enabled": false}})
	if len(off.Rendered) != 1 {
		t.Errorf("disabled, it renders %v", off.Rendered)
	}
}

func TestTellsTheTemplateWhatTheClusterCan(t *testing.T) {
	a := ask(t, request{Render: &renderRequest{
		Files:        chartWith(map[string]string{"templates/a.yaml": `{{ .Capabilities.KubeVersion }} {{ .Capabilities.APIVersions.Has "x.io/v1" }}`}),
		Capabilities: &capabilities{KubeVersion: "v1.36.3", APIVersions: []string{"x.io/v1"}},
	}})
	if got := a.Rendered["shop/templates/a.yaml"]; got != "v1.36.3 true" {
		t.Errorf("it sees %q (%v)", got, a.Error)
	}
}

func TestIgnoresWhatHelmignoreNames(t *testing.T) {
	a := renderChart(t, map[string]string{
		".helmignore": "drafts/\n*.bak\n", "templates/a.yaml": "a: {{ .Files.Get \"drafts/x\" }}|{{ .Files.Get \"keep\" }}",
		"templates/b.yaml.bak": "{{ nope }}", "drafts/x": "draft", "keep": "kept",
	}, nil)
	if got := a.Rendered["shop/templates/a.yaml"]; got != "a: |kept" || len(a.Rendered) != 1 {
		t.Errorf("it renders %v (%v)", a.Rendered, a.Error)
	}
}

func TestTellsWhereEachLineIsWritten(t *testing.T) {
	a := ask(t, request{ID: 7, Render: &renderRequest{
		Files: chartWith(map[string]string{
			"templates/_h.tpl": "{{- define \"labels\" -}}\napp: {{ .Chart.Name }}\n{{- end }}\n",
			"templates/a.yaml": "{{- /* a }} comment */}}\n" +
				"{{- if true }}\nkind: A\nmetadata:\n  labels:\n    {{- include \"labels\" . | nindent 4 }}\n" +
				"  text: {{ \"}}\" | quote }}\n  sum: {{ include \"labels\" . | sha256sum }}\n" +
				"list:\n{{- range tuple 1 2 }}\n  - {{ . }}\n{{- end }}\n{{- end }}\n",
			"charts/sub/Chart.yaml":       "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
			"charts/sub/templates/b.yaml": "\n\nkind: B\n",
		}),
		Release: "orders", Namespace: "orders-dev", Origins: true,
	}})
	if a.Error != nil {
		t.Fatal(a.Error)
	}
	want := map[string]origin{
		"kind: A": {"templates/a.yaml", 3}, "    app: shop": {"templates/_h.tpl", 2},
		"  text: \"}}\"": {"templates/a.yaml", 7}, "  - 2": {"templates/a.yaml", 11},
		"list:": {"templates/a.yaml", 9}, "kind: B": {"charts/sub/templates/b.yaml", 3},
	}
	for name, text := range a.Rendered {
		for i, line := range strings.Split(text, "\n") {
			if expected, ok := want[line]; ok {
				if got := a.Origins[name][i]; got != expected {
					t.Errorf("%q is written in %+v, not %+v", line, got, expected)
				}
				delete(want, line)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not rendered: %v", want)
	}
}

func TestTellsNoPlaceWhereTheMarksWouldLie(t *testing.T) {
	a := ask(t, request{ID: 7, Render: &renderRequest{
		Files: chartWith(map[string]string{
			"templates/_h.tpl": `{{ define "yes" }}yes{{ end }}`,
			"templates/a.yaml": "{{ if eq (include \"yes\" .) \"yes\" }}a: 1\nb: 2{{ end }}\n",
		}),
		Release: "orders", Namespace: "orders-dev", Origins: true,
	}})
	if a.Error != nil || a.Rendered["shop/templates/a.yaml"] != "a: 1\nb: 2\n" {
		t.Fatalf("%+v", a)
	}
	if found, ok := a.Origins["shop/templates/a.yaml"]; ok {
		t.Errorf("%+v", found)
	}
}
