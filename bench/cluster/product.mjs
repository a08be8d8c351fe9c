import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = new URL('../..', import.meta.url).pathname;
const at = path => join(ROOT, 'plugins', path);

/** The engine and the modules of its tests, compiled from the sources as they stand. */
const ENTRY = `
export * from '${at('orchestr8-node/src/index.ts')}';
export { Orchestr8Client, isTerminal } from '${at(
  'orchestr8-common/src/index.ts',
)}';
export { myService } from '${at(
  'orchestr8-node/src/__fixtures__/myService.ts',
)}';
export { planInput, testEnvironment } from '${at(
  'orchestr8-node/src/__fixtures__/planInput.ts',
)}';
`;

/** Compiles and loads it. */
export const loadEngine = () => compiled(ENTRY, ROOT);

/** What an entry's text exports, compiled from the sources that it imports, as seen from a folder. */
export async function compiled(entry, resolveDir) {
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.o8-bench-'));
  try {
    const outfile = join(folder, 'product.cjs');
    await build({
      stdin: { contents: entry, resolveDir, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      mainFields: ['module', 'main'],
      // It is loaded at the first request, and finds its own parts then.
      external: ['@kubernetes/client-node'],
      logLevel: 'warning',
    });
    return (await import(pathToFileURL(outfile).href)).default;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The middle of figures, and the one that nine in ten are below. */
export function spread(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const part = share => sorted[Math.floor((sorted.length - 1) * share)];
  return { median: part(0.5), p90: part(0.9), p99: part(0.99) };
}
