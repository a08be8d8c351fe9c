import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = new URL('../..', import.meta.url).pathname;
const at = path => join(ROOT, 'plugins', path);

/** What the benchmarks call of the product itself, compiled from the sources as they stand. */
const ENTRY = `
export * from '${at('orchestr8-common/src/index.ts')}';
export { readModuleFolder } from '${at('orchestr8-node/src/source/index.ts')}';
export { stringify as toYaml } from 'yaml';
export { RendererProcess } from '${at('orchestr8-node/src/render/index.ts')}';
export { renderRelease } from '${at(
  'orchestr8-node/src/render/renderRelease.ts',
)}';
export { validateModule } from '${at(
  'orchestr8-node/src/engine/validateModule.ts',
)}';
export { withEngineDefaults } from '${at(
  'orchestr8-node/src/engine/EngineSettings.ts',
)}';
`;

/** Compiles and loads it. */
export async function loadProduct() {
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.o8-bench-'));
  try {
    const outfile = join(folder, 'product.cjs');
    await build({
      stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      mainFields: ['module', 'main'],
      minifySyntax: true,
      logLevel: 'warning',
    });
    return (await import(pathToFileURL(outfile).href)).default;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
