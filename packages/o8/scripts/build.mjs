// Bundles the CLI: `o8.cjs` is all that `--help` loads, `offline.cjs` the engine behind it.
import { build } from 'esbuild';

const here = new URL('..', import.meta.url).pathname;

/** The doors to the engine and to clusters stay files of their own, opened when a verb needs them. */
const doors = {
  name: 'doors',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/(offline|cluster)$/ }, ({ path }) => ({
      path: `./${path.split('/').pop()}.cjs`,
      external: true,
    }));
  },
};

const shared = {
  absWorkingDir: here,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  mainFields: ['module', 'main'],
  legalComments: 'linked',
  minifySyntax: true,
  // Node reads a file that is imported twice, once for its names: 80 ms for the engine.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
};

await Promise.all([
  build({
    ...shared,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/o8.cjs',
    plugins: [doors],
  }),
  build({
    ...shared,
    entryPoints: ['src/offline/index.ts'],
    outfile: 'dist/offline.cjs',
  }),
  build({
    ...shared,
    entryPoints: ['src/cluster/index.ts'],
    outfile: 'dist/cluster.cjs',
  }),
]);
