import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { BUILD_ARGUMENTS, buildEnvironment } from '../renderer/build.mjs';
import { contentHash } from './contentHash.mjs';
import { Friendly } from './Friendly.mjs';

const VERSION = 'k8s.io/component-base/version';

/** What is built with Go. Clients parse the version that the control plane reports: it must be set. */
const PROGRAMS = {
  renderer: {
    build: BUILD_ARGUMENTS,
    environment: buildEnvironment,
    packages: 700,
    hint: 'once, about a minute',
  },
  playground: {
    build: [
      'build',
      '-trimpath',
      '-ldflags',
      `-s -w -X ${VERSION}.gitVersion=v1.36.3 -X ${VERSION}.gitMajor=1 -X ${VERSION}.gitMinor=36`,
    ],
    environment: env => ({
      ...env,
      GOTOOLCHAIN: 'local',
      GOFLAGS: '-mod=readonly',
    }),
    packages: 2000,
    hint: 'once, about five minutes',
  },
};

/** Where a program's binary is, or will be: keyed by its sources and how it is built, outside the checkout. */
export function binaryOf(program, { root, cache }) {
  const folder = path.join(root, 'tools', program);
  const sources = contentHash(
    folder,
    ['.'],
    file =>
      /^(go\.(mod|sum)|build\.mjs|.*\.go)$/.test(file) &&
      !file.endsWith('_test.go'),
  );
  return path.join(cache, 'bin', `${program}-${sources}`);
}

/** Builds a program unless the cache has it; returns the binary's path. */
export async function goBuild(program, { settings, steps }) {
  const binary = binaryOf(program, settings);
  if (existsSync(binary)) return binary;
  await assertGo();
  const { build, environment, packages, hint } = PROGRAMS[program];
  const next = `${binary}.${process.pid}.new`;
  mkdirSync(path.dirname(binary), { recursive: true });
  await steps.step(`Build the ${program} (${hint})`, async progress => {
    let compiled = 0;
    try {
      await steps.run('go', [...build, '-v', '-o', next, '.'], {
        name: `go-build-${program}`,
        cwd: path.join(settings.root, 'tools', program),
        env: environment(process.env),
        onLine: line => {
          if (/^[\w.]+(\/[\w.-]+)*$/.test(line))
            progress(
              `${(compiled += 1)} of at most ${packages} packages compiled`,
            );
          else if (line.startsWith('go: downloading'))
            progress('downloading modules');
        },
      });
      renameSync(next, binary);
    } finally {
      rmSync(next, { force: true });
    }
  });
  removeOlder(program, binary);
  return binary;
}

/** Binaries of earlier sources go, but for the last one: another checkout may use it. */
function removeOlder(program, binary) {
  const folder = path.dirname(binary);
  const others = readdirSync(folder)
    .filter(
      name =>
        new RegExp(`^${program}-[0-9a-f]{16}$`).test(name) &&
        name !== path.basename(binary),
    )
    .sort();
  for (const name of others.slice(1))
    rmSync(path.join(folder, name), { force: true });
}

async function assertGo() {
  const how =
    'Install Go 1.26 or later (https://go.dev/dl/, or your package manager), put it on the PATH, and start again.';
  let version;
  try {
    ({ stdout: version } = await promisify(execFile)('go', ['version']));
  } catch {
    throw new Friendly(
      `The renderer and the local control plane are built with Go, which is not on the PATH.\n${how}`,
    );
  }
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) < 1 || Number(minor) < 26)
    throw new Friendly(`${version.trim()} is too old.\n${how}`);
}
