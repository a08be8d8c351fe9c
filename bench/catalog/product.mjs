import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = new URL('../..', import.meta.url).pathname;
const PACKAGE = join(ROOT, 'plugins/catalog-backend-module-orchestr8');

/**
 * Compiles and loads the catalog module from the sources as they stand. What is
 * not ours is not compiled in: there must be one Backstage in a process.
 */
export async function loadCatalogModule() {
  await mkdir(join(PACKAGE, 'node_modules'), { recursive: true });
  const folder = await mkdtemp(join(PACKAGE, 'node_modules', '.o8-bench-'));
  try {
    const outfile = join(folder, 'module.cjs');
    await build({
      entryPoints: [join(PACKAGE, 'src/index.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      logLevel: 'warning',
      sourcemap: 'inline',
      plugins: [{ name: 'others', setup: leaveOthersOut }],
    });
    return (await import(pathToFileURL(outfile).href)).default.default;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function leaveOthersOut(bundle) {
  bundle.onResolve({ filter: /^[^./]/ }, ({ path }) =>
    path.startsWith('@orchestr8/') ? undefined : { path, external: true },
  );
}
