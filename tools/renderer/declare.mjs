import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { packFolder } from './packFolder.mjs';
import { lockstepVersion, packageName, PLATFORMS } from './platforms.mjs';

/**
 * The manifest of a package that starts the renderer, as it is published: it
 * depends on every platform's package, and a package manager installs the one
 * that fits. In the checkout nothing depends on them, for they need not be
 * published there. `bundled`: all that it imports is inside it already.
 */
export function withPlatforms(manifest, { bundled = false } = {}) {
  const version = lockstepVersion();
  const { dependencies, devDependencies, ...rest } = manifest;
  return {
    ...rest,
    ...(bundled || !dependencies ? {} : { dependencies }),
    ...(bundled || !devDependencies ? {} : { devDependencies }),
    optionalDependencies: {
      ...rest.optionalDependencies,
      ...Object.fromEntries(
        PLATFORMS.map(platform => [packageName(platform), version]),
      ),
    },
  };
}

/** Puts that manifest into a packed archive, in its place. */
export function declarePlatforms(archive, options) {
  const work = mkdtempSync(`${archive}.`);
  try {
    execFileSync('tar', ['-xzf', archive, '-C', work]);
    const folder = path.join(work, 'package');
    const file = path.join(folder, 'package.json');
    const manifest = withPlatforms(
      JSON.parse(readFileSync(file, 'utf8')),
      options,
    );
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    const out = path.join(work, 'packed');
    mkdirSync(out);
    renameSync(packFolder(folder, { out }), archive);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// `node declare.mjs [--bundled] ARCHIVE...`
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundled = process.argv.includes('--bundled');
  for (const archive of process.argv.slice(2))
    if (archive !== '--bundled')
      declarePlatforms(path.resolve(archive), { bundled });
}
