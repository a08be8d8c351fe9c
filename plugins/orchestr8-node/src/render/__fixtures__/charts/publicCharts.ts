import { ChartCase, chartYaml } from './ChartCase';

/** What `helm create` writes, more or less: the beginning of most charts. */
const HELPERS = `{{- define "demo.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- define "demo.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}
{{- define "demo.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- define "demo.labels" -}}
helm.sh/chart: {{ include "demo.chart" . }}
{{ include "demo.selectorLabels" . }}
{{- if .Chart.AppVersion }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
{{- define "demo.selectorLabels" -}}
app.kubernetes.io/name: {{ include "demo.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
`;
const object = (apiVersion: string, kind: string, rest: string = '') =>
  `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: {{ include "demo.fullname" . }}
  labels:
    {{- include "demo.labels" . | nindent 4 }}
${rest}`;
const chart = (
  templates: Record<string, string>,
  rest: Partial<ChartCase> & { extra?: Record<string, string> } = {},
): ChartCase => ({
  ...rest,
  files: {
    'templates/_helpers.tpl': HELPERS,
    ...Object.fromEntries(
      Object.entries(templates).map(([name, text]) => [
        `templates/${name}`,
        text,
      ]),
    ),
    ...rest.extra,
  },
});

const DEPLOYMENT = object(
  'apps/v1',
  'Deployment',
  `spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "demo.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      {{- with .Values.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      labels:
        {{- include "demo.labels" . | nindent 8 }}
    spec:
      {{- with .Values.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          {{- with .Values.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
      {{- with .Values.affinity }}
      affinity:
        {{- tpl (toYaml .) $ | nindent 8 }}
      {{- end }}
`,
);
const DEFAULTS =
  'replicaCount: 1\nimage: { repository: nginx, tag: "" }\nautoscaling: { enabled: false }\nresources: {}\naffinity: {}\npodAnnotations: {}\nimagePullSecrets: []\n';
const hook = (events: string, weight: number) =>
  object(
    'batch/v1',
    'Job',
    `  annotations:
    "helm.sh/hook": ${events}
    "helm.sh/hook-weight": "${weight}"
    "helm.sh/hook-delete-policy": before-hook-creation,hook-succeeded
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: x, image: "busybox:1.37" }]
`,
  );

/** Whole charts. */
export const PUBLIC: Record<string, ChartCase> = {
  'the chart that helm create writes': chart(
    {
      'deployment.yaml': DEPLOYMENT,
      'service.yaml': object('v1', 'Service', 'spec: { type: ClusterIP }\n'),
      'serviceaccount.yaml':
        `{{- if .Values.serviceAccount.create -}}\n${object('v1', 'ServiceAccount')}{{- end }}\n`,
      'NOTES.txt': '1. Get the application URL:\n{{- if .Values.x }}x{{ end }}\n',
      'tests/test-connection.yaml': object(
        'v1',
        'Pod',
        '  annotations: { "helm.sh/hook": test }\nspec: { restartPolicy: Never }\n',
      ),
    },
    { extra: { 'values.yaml': `${DEFAULTS}serviceAccount: { create: true }\n` } },
  ),
  'the same with everything switched on': chart(
    { 'deployment.yaml': DEPLOYMENT, 'hpa.yaml': object('autoscaling/v2', 'HorizontalPodAutoscaler') },
    {
      extra: { 'values.yaml': DEFAULTS },
      values: {
        autoscaling: { enabled: true },
        podAnnotations: { 'prometheus.io/scrape': 'true' },
        imagePullSecrets: [{ name: 'regcred' }],
        resources: { limits: { cpu: 1, memory: '1Gi' } },
        affinity: { nodeAffinity: { app: '{{ include "demo.name" . }}' } },
        fullnameOverride: 'x'.repeat(80),
      },
    },
  ),
  'an ingress that asks what the cluster can do': chart(
    {
      'ingress.yaml': `{{- if .Values.ingress.enabled -}}
{{- $fullName := include "demo.fullname" . -}}
{{- if semverCompare ">=1.19-0" .Capabilities.KubeVersion.GitVersion -}}
apiVersion: networking.k8s.io/v1
{{- else if .Capabilities.APIVersions.Has "networking.k8s.io/v1beta1" }}
apiVersion: networking.k8s.io/v1beta1
{{- else -}}
apiVersion: extensions/v1beta1
{{- end }}
kind: Ingress
metadata:
  name: {{ $fullName }}
spec:
  rules:
    {{- range .Values.ingress.hosts }}
    - host: {{ .host | quote }}
      http:
        paths:
          {{- range .paths }}
          - path: {{ .path }}
            backend: { service: { name: {{ $fullName }}, port: { number: 80 } } }
          {{- end }}
    {{- end }}
{{- end }}
`,
      'monitor.yaml':
        `{{- if .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}\n${object('monitoring.coreos.com/v1', 'ServiceMonitor')}{{- end }}\n`,
    },
    {
      values: {
        ingress: { enabled: true, hosts: [{ host: 'a.b', paths: [{ path: '/' }, { path: '/x' }] }] },
      },
    },
  ),
  'hooks with weights, and several events': chart({
    'pre.yaml': hook('pre-install,pre-upgrade', -5),
    'post.yaml': hook('post-install', 5),
    'delete.yaml': hook('pre-delete', 0),
    'rollback.yaml': hook('post-rollback', 1),
    'config.yaml': object('v1', 'ConfigMap', 'data: { a: b }\n'),
  }),
  'definitions in crds/, and an object of one': chart(
    { 'thing.yaml': object('example.com/v1', 'Thing') },
    {
      extra: {
        'crds/thing.yaml':
          'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: things.example.com\n# {{ not rendered }}\n',
        'crds/more/two.yaml':
          'kind: CustomResourceDefinition\nmetadata: { name: a }\n',
      },
    },
  ),
  'a database with a volume and its set-up script': chart(
    {
      'statefulset.yaml': object(
        'apps/v1',
        'StatefulSet',
        `spec:
  serviceName: {{ include "demo.fullname" . }}-headless
  template:
    metadata:
      annotations:
        checksum/config: {{ include (print $.Template.BasePath "/config.yaml") . | sha256sum }}
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [{{ .Values.accessMode | quote }}]
        resources: { requests: { storage: {{ .Values.size | quote }} } }
`,
      ),
      'config.yaml': object(
        'v1',
        'ConfigMap',
        'data:\n{{ (.Files.Glob "scripts/*").AsConfig | indent 2 }}\n  my.cnf: |\n    [mysqld]\n    {{- range $k, $v := .Values.config }}\n    {{ $k }} = {{ $v }}\n    {{- end }}\n',
      ),
    },
    {
      extra: {
        'scripts/init.sh': '#!/bin/sh\nset -eu\necho "{{ not ours }}" | tee /x\n',
        'values.yaml': 'accessMode: ReadWriteOnce\nsize: 8Gi\nconfig: { max_connections: 200, bind-address: 0.0.0.0 }\n',
      },
    },
  ),
  'one template for many objects': chart(
    {
      'all.yaml': `{{- range $name, $job := .Values.jobs }}
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ include "demo.fullname" $ }}-{{ $name }}
spec:
  schedule: {{ $job.schedule | quote }}
  {{- with $job.env }}
  env:
    {{- range $k, $v := . }}
    - { name: {{ $k | upper }}, value: {{ tpl ($v | toString) $ | quote }} }
    {{- end }}
  {{- end }}
{{- end }}
`,
    },
    {
      values: {
        jobs: {
          nightly: { schedule: '0 3 * * *', env: { target: '{{ .Release.Namespace }}', retries: 3 } },
          hourly: { schedule: '@hourly' },
        },
      },
    },
  ),
  'alert rules with templates of their own': chart({
    'rules.yaml': object(
      'monitoring.coreos.com/v1',
      'PrometheusRule',
      `spec:
  groups:
    - name: demo
      rules:
        - alert: Down
          expr: up{job="{{ include "demo.fullname" . }}"} == 0
          annotations:
            summary: {{ printf "%s of {{ $labels.instance }} is down" .Chart.Name | quote }}
            description: '{{ "{{" }} $value {{ "}}" }}'
            raw: "{{\`{{ $value | humanize }}\`}}"
`,
    ),
  }),
  'further objects from the values': chart(
    {
      'extra.yaml': `{{- range .Values.extraObjects }}
---
{{- if typeIs "string" . }}
{{ tpl . $ }}
{{- else }}
{{ tpl (toYaml .) $ }}
{{- end }}
{{- end }}
`,
    },
    {
      values: {
        extraObjects: [
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ include "demo.fullname" . }}-text\n',
          { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '{{ .Release.Name }}-map' } },
        ],
      },
    },
  ),
  'roles by switch, and a List': chart(
    {
      'rbac.yaml': `{{- if .Values.rbac.create }}
apiVersion: v1
kind: List
items:
  - apiVersion: rbac.authorization.k8s.io/v1
    kind: {{ ternary "ClusterRole" "Role" .Values.rbac.cluster }}
    metadata: { name: {{ include "demo.fullname" . }} }
    rules: {{- toYaml .Values.rbac.rules | nindent 6 }}
{{- end }}
`,
    },
    { values: { rbac: { create: true, cluster: false, rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] } } },
  ),
  'a secret that is kept when it is there': chart({
    'secret.yaml': `{{- $old := lookup "v1" "Secret" .Release.Namespace "pw" }}
apiVersion: v1
kind: Secret
metadata: { name: pw }
data:
  {{- if $old }}
  password: {{ $old.data.password }}
  {{- else }}
  password: {{ derivePassword 1 "long" "secret" .Release.Name "example.com" | b64enc }}
  {{- end }}
`,
  }),
  'a name that is asked of the global values first': {
    files: {
      'Chart.yaml': chartYaml('demo'),
      'values.yaml': 'global: { imageRegistry: "" }\nimage: { registry: docker.io, repository: a/b, tag: "1" }\n',
      'templates/_images.tpl': `{{- define "image" -}}
{{- $registry := default .imageRoot.registry ((.global).imageRegistry) -}}
{{- $separator := ternary "@" ":" (not (empty .imageRoot.digest)) -}}
{{- printf "%s/%s%s%s" $registry .imageRoot.repository $separator (.imageRoot.digest | default .imageRoot.tag | toString) -}}
{{- end -}}
`,
      'templates/a.yaml': 'image: {{ include "image" (dict "imageRoot" .Values.image "global" .Values.global) }}\n',
    },
    values: { global: { imageRegistry: 'registry.example.com' } },
  },
};
