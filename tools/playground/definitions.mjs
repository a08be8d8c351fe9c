import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Where the custom resource definitions come from: files inside published Go modules, at fixed versions. */
export const SOURCES = [
  {
    module: 'sigs.k8s.io/kwok@v0.8.0',
    folder: 'kustomize/crd/bases',
    files: ['kwok.x-k8s.io_stages.yaml'],
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.88.0',
    folder: 'example/prometheus-operator-crd',
    files: [
      'monitoring.coreos.com_servicemonitors.yaml',
      'monitoring.coreos.com_podmonitors.yaml',
      'monitoring.coreos.com_probes.yaml',
      'monitoring.coreos.com_prometheusrules.yaml',
    ],
  },
  {
    module: 'github.com/argoproj/argo-cd/v3@v3.2.11',
    folder: 'manifests/crds',
    files: ['application-crd.yaml', 'appproject-crd.yaml'],
  },
];

/**
 * The definitions as YAML texts by name. The first call takes them out of
 * the Go modules (which needs `go`) into the cache; later ones read them there.
 */
export async function definitions(cache) {
  const key = createHash('sha256')
    .update(JSON.stringify(SOURCES))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(cache, `definitions-${key}`);
  if (!existsSync(folder)) await fill(folder);
  return readdirSync(folder).map(file => {
    const text = readFileSync(path.join(folder, file), 'utf8').replace(
      /^---\n/,
      '',
    );
    return { name: /^metadata:[\s\S]*?\n {2}name: (\S+)/m.exec(text)[1], text };
  });
}

async function fill(folder) {
  const next = `${folder}.${process.pid}.new`;
  mkdirSync(next, { recursive: true });
  try {
    await Promise.all(
      SOURCES.map(async source => {
        // Outside any module: a go.mod nearby must not have a say.
        const { stdout } = await promisify(execFile)(
          'go',
          ['mod', 'download', '-json', source.module],
          {
            cwd: next,
            maxBuffer: 1 << 24,
          },
        );
        const { Dir } = JSON.parse(stdout);
        for (const file of source.files) {
          writeFileSync(
            path.join(next, file),
            readFileSync(path.join(Dir, source.folder, file)),
          );
        }
      }),
    );
    if (!existsSync(folder)) renameSync(next, folder);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}
