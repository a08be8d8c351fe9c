import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { binaryOf } from '../bootstrap/goBuilds.mjs';
import { ROOT, settingsFrom } from '../bootstrap/settings.mjs';
import { declarePlatforms, withPlatforms } from './declare.mjs';
import { packFolder } from './packFolder.mjs';
import { manifestOf, packPlatform } from './package.mjs';
import {
  binaryPath,
  hostPlatform,
  lockstepVersion,
  packageName,
  PLATFORMS,
} from './platforms.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'o8-packages-'));
const out = path.join(folder, 'out');
const host = hostPlatform();
const skip = host ? false : 'the renderer is not packaged for this platform';

/** npm with a cache that is empty and a registry that is nowhere; nothing of this machine's own. */
const env = {
  PATH: process.env.PATH,
  HOME: path.join(folder, 'home'),
  O8_CACHE: path.join(folder, 'nothing'),
  npm_config_cache: path.join(folder, 'npm'),
  npm_config_registry: 'http://127.0.0.1:1/',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
};

const hashOf = file =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

function write(at, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    writeFileSync(path.join(at, name), text);
  }
}

function npmInstall(at, archives) {
  mkdirSync(at, { recursive: true });
  writeFileSync(path.join(at, 'package.json'), '{"private":true}\n');
  return spawnSync('npm', ['install', '--offline', ...archives], {
    cwd: at,
    env,
    encoding: 'utf8',
  });
}

/** The command line as it is published, with nothing of the checkout around it. */
function packCommandLine() {
  const source = path.join(ROOT, 'packages', 'o8');
  const packed = path.join(folder, 'o8');
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: source });
  for (const item of ['package.json', 'bin', 'dist'])
    cpSync(path.join(source, item), path.join(packed, item), {
      recursive: true,
    });
  const archive = packFolder(packed, { out });
  declarePlatforms(archive, { bundled: true });
  return archive;
}

const MODULE = {
  'o8-module.yaml': `apiVersion: orchestr8.io/v1
kind: Module
metadata: { name: shop, version: "1.0.0", description: Sells. }
spec: { team: platform-team, owner: ada@example.com }
`,
  'charts/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/templates/broken.yaml':
    'a: 1\nb: {{ required "say who" .Values.who }}\n',
};

before(() => {
  for (const at of [out, env.HOME]) mkdirSync(at, { recursive: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('each platform has a package that only it installs, all in one version', () => {
  const names = PLATFORMS.map(packageName);
  assert.equal(new Set(names).size, 5);
  for (const platform of PLATFORMS) {
    const { name, version, os: systems, cpu } = manifestOf(platform);
    assert.deepEqual(
      { name, version, systems, cpu },
      {
        name: packageName(platform),
        version: lockstepVersion(),
        systems: [platform.os],
        cpu: [platform.cpu],
      },
    );
  }
  const engine = JSON.parse(
    readFileSync(path.join(ROOT, 'plugins/orchestr8-node/package.json')),
  );
  const { optionalDependencies, dependencies } = withPlatforms(engine);
  assert.deepEqual(
    optionalDependencies,
    Object.fromEntries(names.map(name => [name, engine.version])),
  );
  assert.deepEqual(dependencies, engine.dependencies);
});

test('npm refuses the package of another platform', { skip }, () => {
  const other = PLATFORMS.find(({ os: system }) => system !== host.os);
  const foreign = path.join(folder, 'foreign');
  write(foreign, {
    'package.json': JSON.stringify(manifestOf(other)),
    [binaryPath(other)]: '',
  });
  const archive = packFolder(foreign, { out });
  const { status, stderr } = npmInstall(path.join(folder, 'refused'), [
    archive,
  ]);
  assert.notEqual(status, 0);
  assert.match(stderr, /EBADPLATFORM/);
});

test(
  'what is packed, installed without a registry in an empty folder, renders there',
  { skip },
  () => {
    const renderer = packPlatform(host, { out });
    const binary = path.join(renderer.folder, binaryPath(host));
    const built = binaryOf('renderer', settingsFrom({}));
    if (existsSync(built)) assert.equal(hashOf(binary), hashOf(built));
    const first = hashOf(renderer.archive);
    assert.equal(hashOf(packFolder(renderer.folder, { out })), first);

    const app = path.join(folder, 'app');
    const { status, stderr } = npmInstall(app, [
      packCommandLine(),
      renderer.archive,
    ]);
    assert.equal(status, 0, stderr);
    write(path.join(app, 'shop'), MODULE);

    const validate = () =>
      spawnSync(
        process.execPath,
        ['node_modules/.bin/o8', 'module', 'validate', 'shop', '-o', 'json'],
        { cwd: app, env, encoding: 'utf8' },
      );
    const rendered = validate();
    assert.match(rendered.stderr, /language, charts and policy gate/);
    const problems = JSON.parse(rendered.stdout).problems;
    assert.deepEqual(
      problems
        .filter(({ message }) => message.includes('say who'))
        .map(({ code, file, line }) => ({ code, file, line })),
      [{ code: 'O8601', file: 'charts/templates/broken.yaml', line: 2 }],
    );

    // Without the package nothing renders: it was that binary, and no other one of this machine.
    rmSync(path.join(app, 'node_modules', renderer.name), { recursive: true });
    assert.match(validate().stderr, /charts were not rendered/);
  },
);
