import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the objects of a plan as a chart that renders to just them: both sides apply the same. */
export function writeChart(folder, manifests) {
  mkdirSync(join(folder, 'templates'), { recursive: true });
  writeFileSync(
    join(folder, 'Chart.yaml'),
    'apiVersion: v2\nname: bench\nversion: 1.0.0\n',
  );
  for (const { object } of manifests) {
    // Helm makes it by itself.
    if (object.kind === 'Namespace') continue;
    const text = JSON.stringify(object).replaceAll('{{', '{{ "{{" }}');
    const file = `${object.kind}-${object.metadata.name}.yaml`;
    writeFileSync(join(folder, 'templates', file), `${text}\n`);
  }
}
