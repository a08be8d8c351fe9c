import { ChartCase, chartYaml, template } from './ChartCase';

const failing = (chart: ChartCase): ChartCase => ({ ...chart, fails: true });

/** What neither Helm nor we render. */
export const FAILING: Record<string, ChartCase> = {
  'a template that does not parse': failing(template('a: {{ if }}\n')),
  'an action without an end': failing(template('a: {{ .Values.x\n')),
  'an end too many': failing(template('{{ end }}\n')),
  'an unknown function': failing(template('{{ frobnicate 1 }}\n')),
  'a field of nothing': failing(template('{{ .Values.a.b.c }}\n')),
  'a required value': failing(template('{{ required "give x" .Values.x }}\n')),
  'a chart that says no': failing(template('{{ fail "not like this" }}\n')),
  'an include of nothing': failing(template('{{ include "nope" . }}\n')),
  'an include of itself': failing(
    template('{{ define "r" }}{{ include "r" . }}{{ end }}{{ include "r" . }}\n'),
  ),
  'values against the schema': failing({
    ...template('a: 1\n', {
      'values.schema.json': '{"properties": {"port": {"type": "integer"}}}',
    }),
    values: { port: 'many' },
  }),
  'values of a sub-chart against its schema': failing({
    ...template('a: 1\n', {
      'charts/kid/Chart.yaml': chartYaml('kid'),
      'charts/kid/values.schema.json': '{"required": ["must"]}',
    }),
  }),
  'a library as a chart': failing(
    template('a: 1\n', { 'Chart.yaml': chartYaml('demo', 'type: library\n') }),
  ),
  'a chart for another Kubernetes': failing(
    template('a: 1\n', {
      'Chart.yaml': chartYaml('demo', 'kubeVersion: ">=9.0.0"\n'),
    }),
  ),
  'a dependency that is not there': failing(
    template('a: 1\n', {
      'Chart.yaml': chartYaml(
        'demo',
        'dependencies: [{ name: gone, version: 1.0.0, repository: "https://charts.example.com" }]\n',
      ),
    }),
  ),
  'Chart.yaml without a name': failing(
    template('a: 1\n', { 'Chart.yaml': 'apiVersion: v2\nversion: 1.0.0\n' }),
  ),
  'values.yaml that is no YAML': failing(
    template('a: 1\n', { 'values.yaml': 'a: [1\n' }),
  ),
};
