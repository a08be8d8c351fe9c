import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { Friendly } from './Friendly.mjs';

const run = promisify(execFile);
const NODE = '22.23.3';
const YARN = '4.13.0';

/**
 * Node and Yarn as the project needs them: the machine's Node when it fits,
 * else the one that an npm package carries. Returns what to run and an
 * environment whose PATH leads there.
 */
export async function toolchain({ cache }) {
  const [node, yarn] = await Promise.all([nodeFor(cache), yarnFor(cache)]);
  const env = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    YARN_ENABLE_TELEMETRY: '0',
    // Headers for the machine's Node would be the wrong ones for ours.
    npm_config_nodedir: path.resolve(path.dirname(node), '..'),
  };
  // What npm sets for its scripts must not reach the tools below it.
  for (const name of Object.keys(env))
    if (/^npm_(lifecycle|package|command|execpath)/.test(name))
      delete env[name];
  return { node, yarn, env };
}

async function nodeFor(cache) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major === 22 || major === 24) return process.execPath;
  const name = `node-${
    process.platform === 'win32' ? 'win' : process.platform
  }-${process.arch}`;
  const folder = await fetchPackage(cache, { name, version: NODE });
  return path.join(folder, 'bin', 'node');
}

async function yarnFor(cache) {
  const folder = await fetchPackage(cache, {
    name: '@yarnpkg/cli-dist',
    version: YARN,
  });
  return path.join(folder, 'bin', 'yarn.js');
}

/** Brings one npm package, without its dependencies or scripts, into the cache; returns its folder. */
export async function fetchPackage(cache, { name, version }) {
  const home = path.join(
    cache,
    'npm',
    `${name.replace(/[@/]/g, '_')}-${version}`,
  );
  const folder = path.join(home, 'node_modules', name);
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const next = `${home}.${process.pid}.new`;
  mkdirSync(next, { recursive: true });
  const flags = [
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--omit=dev',
    '--loglevel=error',
  ];
  try {
    await run(
      'npm',
      ['install', '--prefix', next, ...flags, `${name}@${version}`],
      { cwd: next },
    );
    if (!existsSync(folder)) {
      rmSync(home, { recursive: true, force: true });
      renameSync(next, home);
    }
  } catch (error) {
    throw new Friendly(
      `Cannot fetch ${name} ${version} from the npm registry: ${String(
        error.stderr || error.message,
      ).trim()}\n` +
        'Check the network, or that npm works here (npm ping), and start again.',
    );
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  return folder;
}
