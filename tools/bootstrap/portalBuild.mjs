import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { contentHash } from './contentHash.mjs';

/**
 * The production build of the portal for the present sources: a folder
 * `dist/portal-<hash>` in the checkout that holds the built workspaces and
 * finds all other packages in the checkout's node_modules. Built once for each state
 * of the sources, so that a running portal never sees another's files.
 */
export async function portalBuild({ settings, steps, tools }) {
  const { root } = settings;
  const sources = contentHash(
    root,
    ['package.json', 'yarn.lock', 'tsconfig.json', 'packages', 'plugins'],
    file =>
      !/(\.test\.tsx?|\.md)$/.test(file) &&
      !file.includes('e2e-tests') &&
      !file.includes('__fixtures__'),
  );
  const folder = path.join(root, 'dist', `portal-${sources}`);
  if (existsSync(folder)) return folder;

  await steps.step('Build the portal (about a minute)', async progress => {
    const yarn = (name, ...args) =>
      steps.run(tools.node, [tools.yarn, ...args], {
        name,
        cwd: root,
        env: { ...tools.env, NODE_ENV: 'production' },
      });
    progress('bundling the app and the backend');
    await yarn('build-portal', 'workspace', 'backend', 'build');
    progress('bundling the command line');
    await yarn('build-cli', 'workspace', '@orchestr8/o8', 'build');
    progress('unpacking');
    await unpack(root, folder);
  });
  removeOlder(path.dirname(folder), folder);
  return folder;
}

async function unpack(root, folder) {
  const next = `${folder}.${process.pid}.new`;
  mkdirSync(path.join(next, 'node_modules'), { recursive: true });
  try {
    for (const archive of ['skeleton', 'bundle']) {
      const file = path.join(
        root,
        'packages',
        'backend',
        'dist',
        `${archive}.tar.gz`,
      );
      await promisify(execFile)('tar', ['-xzf', file, '-C', next]);
    }
    const app = path.join(next, 'packages', 'app');
    if (!existsSync(path.join(app, 'dist'))) {
      cpSync(
        path.join(root, 'packages', 'app', 'dist'),
        path.join(app, 'dist'),
        { recursive: true },
      );
      cpSync(
        path.join(root, 'packages', 'app', 'package.json'),
        path.join(app, 'package.json'),
      );
    }
    for (const group of ['packages', 'plugins']) {
      for (const name of readdirSync(path.join(next, group)))
        linkWorkspace(root, next, path.join(group, name));
    }
    renameSync(next, folder);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** Makes a built workspace known by its package name, and the packages that were not hoisted known to it. */
function linkWorkspace(root, next, relative) {
  const built = path.join(next, relative);
  const { name } = JSON.parse(
    readFileSync(path.join(built, 'package.json'), 'utf8'),
  );
  link(path.join(next, 'node_modules', name), built);
  const own = path.join(root, relative, 'node_modules');
  if (!existsSync(own)) return;
  for (const entry of readdirSync(own)) {
    if (entry.startsWith('.') || entry === 'app') continue;
    const scoped = entry.startsWith('@')
      ? readdirSync(path.join(own, entry)).map(item => path.join(entry, item))
      : [entry];
    for (const item of scoped)
      link(path.join(built, 'node_modules', item), path.join(own, item));
  }
}

function link(from, to) {
  mkdirSync(path.dirname(from), { recursive: true });
  // Relative within the build, which is renamed when it is complete.
  const target = to.includes(`${path.sep}dist${path.sep}portal-`)
    ? path.relative(path.dirname(from), to)
    : to;
  symlinkSync(target, from);
}

/** Keeps the newest other build: a portal may run from it. */
function removeOlder(folder, current) {
  const others = readdirSync(folder)
    .filter(
      name =>
        /^portal-[0-9a-f]{16}$/.test(name) &&
        path.join(folder, name) !== current,
    )
    .sort(
      (a, b) =>
        statSync(path.join(folder, b)).mtimeMs -
        statSync(path.join(folder, a)).mtimeMs,
    );
  for (const name of others.slice(1))
    rmSync(path.join(folder, name), { recursive: true, force: true });
}
