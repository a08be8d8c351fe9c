// Bundles the CLI: `o8.cjs` is all that `--help` loads, `offline.cjs` the engine behind it.
import { build } from 'esbuild';

const here = new URL('..', import.meta.url).pathname;

/** The door to the engine stays a file of its own, opened when a verb needs it. */
const offlineDoor = {
  name: 'offline-door',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/offline$/ }, () => ({
      path: './offline.cjs',
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
    plugins: [offlineDoor],
  }),
  build({
    ...shared,
    entryPoints: ['src/offline/index.ts'],
    outfile: 'dist/offline.cjs',
  }),
]);
