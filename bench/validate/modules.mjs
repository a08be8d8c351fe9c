import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const TEMPLATES = new URL('../../templates/', import.meta.url).pathname;
const ENVIRONMENTS = ['dev', 'staging', 'production'];

/**
 * Writes modules as the templates of the product make them, each with another
 * name and three ranged dependencies on modules before it.
 *
 * @returns {Promise<{ name: string, folder: string, files: Map<string, Uint8Array> }[]>}
 */
export async function writeModules(product, folder, count) {
  const templates = [];
  for (const name of (await readdir(TEMPLATES)).sort()) {
    const path = join(TEMPLATES, name);
    const files = await product.readModuleFolder(path).catch(() => undefined);
    if (files?.has('o8-module.yaml')) templates.push(files);
  }
  const modules = [];
  for (let at = 0; at < count; at++) {
    const name = `module-${at}`;
    const { files, problems } = product.renderTemplate(
      templates[at % templates.length],
      { name, team: 'shop', owner: 'a@example.com', variables: {} },
    );
    if (!files) throw new Error(problems.map(p => p.message).join('\n'));
    const whole = withDependencies(files, at);
    modules.push({ name, folder: join(folder, name), files: whole });
    for (const [path, bytes] of whole) {
      const file = join(folder, name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
  }
  return modules;
}

function withDependencies(files, at) {
  const before = [1, 2, 3].map(step => at - step).filter(other => other >= 0);
  const list = before.map(
    other =>
      `    - name: module-${other}\n      version: ">=0.1 <${2 + other}"\n`,
  );
  const text = new TextDecoder().decode(files.get('o8-module.yaml'));
  const without = text.replace(/^ {2}dependencies:.*\n(?: {4}.*\n)*/m, '');
  const block = list.length
    ? `spec:\n  dependencies:\n${list.join('')}`
    : 'spec:\n';
  const changed = without.replace(/^spec:\n/m, block);
  return new Map(files).set(
    'o8-module.yaml',
    new TextEncoder().encode(changed),
  );
}

/** Renders modules until there are so many objects of kinds that are known; a file each. */
export async function writeObjects(
  product,
  folder,
  { modules, renderer, count, known },
) {
  const process = new product.RendererProcess({ command: renderer });
  const kinds = new Map();
  await mkdir(folder, { recursive: true });
  let written = 0;
  try {
    for (const { name, files } of modules) {
      for (const environment of ENVIRONMENTS) {
        for (const { object } of await render(product, process, {
          files,
          environment,
          name,
        })) {
          if (written === count) return { written, kinds };
          const gvk = `${object.apiVersion}/${object.kind}`;
          if (!known.has(gvk)) continue;
          kinds.set(gvk, (kinds.get(gvk) ?? 0) + 1);
          const file = join(folder, `${String(written).padStart(5, '0')}.yaml`);
          await writeFile(file, product.toYaml(object));
          written += 1;
        }
      }
    }
    return { written, kinds };
  } finally {
    await process.close();
  }
}

async function render(product, renderer, { files, environment, name }) {
  const { module, overlays } = product.parseModule(files);
  const namespace = `${name}-${environment}`;
  const { resolved } = product.withEnvironment(module, {
    environment,
    overlay: overlays.get(environment),
    target: { cluster: 'bench', namespace },
  });
  const { manifests } = await product.renderRelease(renderer, {
    files,
    resolved,
    target: {
      environment,
      cluster: 'bench',
      namespace,
      dependencies: new Map(),
      dependents: new Map(),
      upgrade: false,
      ingressNamespaces: ['ingress-nginx'],
      monitoringNamespace: 'monitoring',
    },
  });
  return manifests;
}
