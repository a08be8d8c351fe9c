import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { BUILD_ARGUMENTS, buildEnvironment } from './build.mjs';
import { licenceTexts } from './licences.mjs';
import { packFolder } from './packFolder.mjs';
import {
  binaryPath,
  hostPlatform,
  lockstepVersion,
  packageName,
  PLATFORMS,
} from './platforms.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/**
 * Builds the renderer for a platform and packs it for npm.
 *
 * @returns `folder` of the package and its `archive` (absolute paths)
 */
export function packPlatform(platform, { out, env = process.env }) {
  const name = packageName(platform);
  const folder = path.join(out, `${platform.os}-${platform.cpu}`);
  const binary = path.join(folder, binaryPath(platform));
  const goEnv = buildEnvironment(env, platform);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(binary), { recursive: true });
  execFileSync('go', [...BUILD_ARGUMENTS, '-o', binary, '.'], {
    cwd: HERE,
    env: goEnv,
    stdio: 'inherit',
  });
  // npm keeps the mode: who installs it can start it.
  chmodSync(binary, 0o755);
  const write = (file, text) => writeFileSync(path.join(folder, file), text);
  write('package.json', `${JSON.stringify(manifestOf(platform), null, 2)}\n`);
  write('README.md', readme(platform));
  write('THIRD-PARTY.txt', licenceTexts({ folder: HERE, env: goEnv }));
  copyFileSync(path.join(HERE, '../../LICENSE'), path.join(folder, 'LICENSE'));
  return { name, folder, archive: packFolder(folder, { out, env }) };
}

/** The package.json of a platform's package. */
export function manifestOf(platform) {
  return {
    name: packageName(platform),
    version: lockstepVersion(),
    description: `The renderer of Orchestr8 for ${platform.os} on ${platform.cpu}.`,
    license: 'Apache-2.0',
    os: [platform.os],
    cpu: [platform.cpu],
    files: ['bin', 'THIRD-PARTY.txt'],
    // A binary inside an archive cannot be started.
    preferUnplugged: true,
    publishConfig: { access: 'public' },
  };
}

function readme(platform) {
  return `# ${packageName(platform)}

The program that renders charts and judges pods for Orchestr8, for ${
    platform.os
  } on
${
  platform.cpu
}. Nobody installs it by hand: the packages that start it depend on it.
`;
}

function main() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: path.join(HERE, 'dist') },
      host: { type: 'boolean', default: false },
    },
  });
  const platforms = values.host ? [hostPlatform()] : PLATFORMS;
  if (!platforms[0])
    throw new Error(
      `The renderer is not packaged for ${process.platform} on ${process.arch}.`,
    );
  const out = path.resolve(values.out);
  mkdirSync(out, { recursive: true });
  for (const platform of platforms) {
    const { name, archive } = packPlatform(platform, { out });
    console.log(`${name}@${lockstepVersion()} → ${archive}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
