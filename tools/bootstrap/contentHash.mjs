import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const SKIPPED = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'test-results',
  'e2e-test-report',
]);

/** A short hash of files and folders (paths relative to `root`), by name and content; built output does not count. */
export function contentHash(root, entries, accept = () => true) {
  const hash = createHash('sha256');
  const add = relative => {
    const full = path.join(root, relative);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(full).sort()) {
        if (!SKIPPED.has(name) && !name.startsWith('.'))
          add(path.join(relative, name));
      }
    } else if (stat.isFile() && accept(relative)) {
      hash.update(`${relative}\0${stat.size}\0`).update(readFileSync(full));
    }
  };
  for (const entry of entries) add(entry);
  return hash.digest('hex').slice(0, 16);
}
