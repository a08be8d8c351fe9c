import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KUBECONFORM = 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0';
const KUBERNETES = 'k8s.io/kubernetes@v1.36.3';

/** Builds kubeconform into the cache, once; answers its path. */
export function buildKubeconform(cache) {
  const bin = join(cache, 'bench');
  const binary = join(bin, 'kubeconform');
  if (!existsSync(binary)) {
    console.error('Building kubeconform (once) …');
    mkdirSync(bin, { recursive: true });
    const env = { ...process.env, GOBIN: bin };
    execFileSync('go', ['install', KUBECONFORM], { cwd: bin, env });
  }
  return binary;
}

/**
 * The kinds of Kubernetes, from the OpenAPI document in its own Go module: what
 * the playground is built from anyway. Nothing else is asked of the web.
 *
 * @returns {Map<string, () => object>} `apps/v1/Deployment` → its JSON Schema
 */
export function kubernetesKinds() {
  const told = execFileSync('go', ['mod', 'download', '-json', KUBERNETES], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  const document = join(JSON.parse(told).Dir, 'api/openapi-spec/swagger.json');
  const { definitions } = JSON.parse(readFileSync(document, 'utf8'));
  const kinds = new Map();
  for (const definition of Object.values(definitions)) {
    for (const known of definition['x-kubernetes-group-version-kind'] ?? []) {
      const { group, version, kind } = known;
      const name = `${group ? `${group}/` : ''}${version}/${kind}`;
      kinds.set(name, () => inlined(definition, definitions));
    }
  }
  return kinds;
}

/** Writes the schemas of kinds, whole and strict as kubeconform is used to; answers the `-schema-location`. */
export function writeSchemas(folder, { known, wanted }) {
  mkdirSync(folder);
  for (const kind of wanted) {
    const schema = known.get(kind)();
    writeFileSync(join(folder, fileOf(kind)), JSON.stringify(schema));
  }
  return join(folder, '{{.ResourceKind}}{{.KindSuffix}}.json');
}

/** `apps/v1/Deployment` → `deployment-apps-v1.json`. */
function fileOf(kind) {
  const parts = kind.split('/');
  const name = parts.pop().toLowerCase();
  return `${[name, ...parts.map(part => part.split('.')[0])].join('-')}.json`;
}

function inlined(node, definitions) {
  if (Array.isArray(node)) return node.map(it => inlined(it, definitions));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref } = node;
  if ($ref?.endsWith('.Quantity')) return { type: ['string', 'number'] };
  if ($ref) {
    return inlined(
      definitions[$ref.replace('#/definitions/', '')],
      definitions,
    );
  }
  if (node.format === 'int-or-string') return { type: ['string', 'integer'] };
  const copy = Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !key.startsWith('x-kubernetes'))
      .map(([key, value]) => [key, inlined(value, definitions)]),
  );
  return node.properties && !node.additionalProperties
    ? { ...copy, additionalProperties: false }
    : copy;
}
