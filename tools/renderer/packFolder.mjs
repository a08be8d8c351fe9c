import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Packs a package's folder as npm does: the same files give the same bytes. Returns the path of the archive. */
export function packFolder(folder, { out, env = process.env }) {
  const packed = execFileSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', out],
    {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [{ filename }] = JSON.parse(packed);
  return path.join(out, filename);
}
