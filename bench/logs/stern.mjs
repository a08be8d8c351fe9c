import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const STERN = 'github.com/stern/stern@v1.33.0';

/** Builds stern into the cache, once; answers its path. */
export function buildStern(cache) {
  const bin = join(cache, 'bench');
  const binary = join(bin, 'stern');
  if (!existsSync(binary)) {
    console.error('Building stern (once) …');
    mkdirSync(bin, { recursive: true });
    const env = { ...process.env, GOBIN: bin };
    execFileSync('go', ['install', STERN], { cwd: bin, env });
  }
  return binary;
}
