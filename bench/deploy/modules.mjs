import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The files of a module of twelve objects, by path: the seed's example with an
 * autoscaler.
 *
 * @param {object} product what `loadEngine` answers
 * @param {string} name
 * @param {{ replicas: number, greeting: string }} options
 */
export function moduleFiles(product, name, { replicas, greeting }) {
  const files = product.myService({
    'charts/values.yaml': `replicaCount: ${replicas}\nimage: registry.local/my-service:1.0.0\ngreeting: ${greeting}\n`,
    'charts/templates/autoscaler.yaml': `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: {{ .Release.Name }} }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: {{ .Release.Name }} }
  minReplicas: ${Math.max(1, replicas)}
  maxReplicas: ${Math.max(1, replicas) + 2}
`,
  });
  const decoder = new TextDecoder();
  return new Map(
    [...files].map(([path, bytes]) => [
      path,
      decoder.decode(bytes).replaceAll('my-service', name),
    ]),
  );
}

/**
 * Writes a module's files into a folder of its own below `home`; answers that.
 * What is there already stays: whoever watches the folder hears of changes alone.
 */
export function writeModule(home, name, files) {
  const folder = join(home, name);
  for (const [path, text] of files) {
    const file = join(folder, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
