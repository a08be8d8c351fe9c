import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Entity } from '@backstage/catalog-model';

/** The files of a small module that deploys anywhere; for tests. */
export function exampleModule(
  name: string,
  options: { version?: string; dependencies?: string[]; image?: string } = {},
): Record<string, string> {
  const { version = '1.0.0', dependencies = [] } = options;
  const image = options.image ?? 'registry.example.com/app:1.0.0';
  return {
    'o8-module.yaml': `apiVersion: orchestr8.io/v1
kind: Module
metadata:
  name: ${name}
  version: "${version}"
  description: Answers requests.
spec:
  team: platform-team
  owner: ada@example.com
  dependencies: ${JSON.stringify(dependencies)}
  resources:
    requests: { memory: "64Mi", cpu: "50m" }
    limits: { memory: "128Mi", cpu: "100m" }
  networking:
    ports:
      - { name: http, port: 8080 }
  monitoring:
    healthChecks: { liveness: /live, readiness: /ready }
    alerts:
      - { name: HighErrorRate, condition: "error_rate > 5%", severity: critical }
`,
    'charts/Chart.yaml': `apiVersion: v2
name: ${name}
version: ${version}
`,
    'charts/values.yaml': 'replicaCount: 1\n',
    'charts/templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  replicas: {{ .Values.replicaCount }}
  selector: { matchLabels: { app: {{ .Release.Name }} } }
  template:
    metadata: { labels: { app: {{ .Release.Name }} } }
    spec:
      containers:
        - { name: app, image: "${image}" }
`,
    'environments/dev.yaml': 'replicaCount: 1\n',
  };
}

/** Writes files below a folder. */
export async function writeModule(
  folder: string,
  files: Record<string, string>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The files as an upload carries them. */
export function encoded(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      Buffer.from(text).toString('base64'),
    ]),
  );
}

/** The entity that the catalog makes of a module in a folder. */
export function moduleEntity(
  name: string,
  options: { folder?: string; version?: string; dependencies?: unknown[] } = {},
): Entity {
  return {
    apiVersion: 'orchestr8.io/v1',
    kind: 'Module',
    metadata: {
      name,
      namespace: 'default',
      version: options.version ?? '1.0.0',
      annotations: options.folder
        ? {
            'backstage.io/managed-by-location': `file:${options.folder}/o8-module.yaml`,
          }
        : {},
    },
    spec: {
      team: 'platform-team',
      ...(options.dependencies
        ? { dependencies: options.dependencies as string[] }
        : {}),
    },
  };
}
