import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';

const FILES = {
  'README.md': '# my-service\n',
  'o8-module.yaml': `apiVersion: orchestr8.io/v1
kind: Module
metadata:
  name: my-service
  version: "1.0.0"
  description: "Example microservice with API and database"
spec:
  team: platform-team
  owner: john.doe@company.com
  category: backend-service
  dependencies:
    - name: postgresql
      version: ">=12.0.0"
      optional: true
  security:
    podSecurityStandard: restricted
    networkIsolation: true
  resources:
    requests: { memory: "256Mi", cpu: "100m" }
    limits: { memory: "512Mi", cpu: "500m" }
  networking:
    ports:
      - { name: http, port: 8080, protocol: TCP }
    ingress: { enabled: true, host: my-service.example.com }
  monitoring:
    metrics: true
    healthChecks: { liveness: /health/live, readiness: /health/ready }
    alerts:
      - { name: HighErrorRate, condition: "error_rate > 5%", severity: warning }
`,
  'environments/production.yaml': 'replicaCount: 3\n',
  'charts/Chart.yaml': 'apiVersion: v2\nname: my-service\nversion: 1.0.0\n',
  'charts/values.yaml':
    'replicaCount: 1\nimage: registry.local/my-service:1.0.0\ngreeting: hello\n',
  'charts/templates/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-config
data:
  greeting: {{ .Values.greeting | quote }}
`,
  'charts/templates/service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
spec:
  selector:
    app: {{ .Release.Name }}
  ports:
    {{- range .Values.service.ports }}
    - name: {{ .name }}
      port: {{ .port }}
      targetPort: {{ .targetPort }}
    {{- end }}
`,
  'charts/templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  replicas: {{ .Values.replicaCount }}
  selector:
    matchLabels:
      app: {{ .Release.Name }}
  template:
    metadata:
      labels:
        app: {{ .Release.Name }}
    spec:
      containers:
        - name: app
          image: {{ .Values.image }}
          ports:
            - name: http
              containerPort: 8080
          envFrom:
            - configMapRef:
                name: {{ .Release.Name }}-config
          securityContext:
            readOnlyRootFilesystem: true
`,
  'charts/templates/disruption.yaml': `{{- if gt (int .Values.replicaCount) 1 }}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .Release.Name }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: {{ .Release.Name }}
{{- end }}
`,
} as const;

/** Changes to the files: a text replaces or adds, `undefined` removes. */
export type FileChanges = Record<string, string | undefined>;

/** The seed's my-service as the files of a small module, with changes. */
export function myService(changes: FileChanges = {}): ModuleFiles {
  const texts: FileChanges = { ...FILES, ...changes };
  return new Map(
    Object.entries(texts)
      .filter((entry): entry is [string, string] => entry[1] !== undefined)
      .map(([path, text]): [string, Uint8Array] => [
        path,
        new TextEncoder().encode(text),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** One of the module's files as text, with one passage replaced. */
export function withText(
  path: keyof typeof FILES,
  from: string,
  to: string,
): FileChanges {
  if (!FILES[path].includes(from)) {
    throw new Error(`${path} does not contain ${from}`);
  }
  return { [path]: FILES[path].replace(from, to) };
}
