import { readFileSync } from 'node:fs';

/** What the renderer is packaged for: npm's `os` and `cpu`, and what Go calls them. */
export const PLATFORMS = [
  { os: 'linux', cpu: 'x64', goos: 'linux', goarch: 'amd64' },
  { os: 'linux', cpu: 'arm64', goos: 'linux', goarch: 'arm64' },
  { os: 'darwin', cpu: 'x64', goos: 'darwin', goarch: 'amd64' },
  { os: 'darwin', cpu: 'arm64', goos: 'darwin', goarch: 'arm64' },
  { os: 'win32', cpu: 'x64', goos: 'windows', goarch: 'amd64' },
];

/** The platform that this process runs on; `undefined` where none is packaged. */
export function hostPlatform() {
  return PLATFORMS.find(
    ({ os, cpu }) => os === process.platform && cpu === process.arch,
  );
}

/** Name of the npm package with the renderer for a platform. */
export function packageName({ os, cpu }) {
  return `@orchestr8/renderer-${os}-${cpu}`;
}

/** Path of the binary inside that package. */
export function binaryPath({ os }) {
  return os === 'win32' ? 'bin/renderer.exe' : 'bin/renderer';
}

/** Version of all platform packages: that of the package whose code speaks to the renderer. */
export function lockstepVersion() {
  const manifest = new URL(
    '../../plugins/orchestr8-node/package.json',
    import.meta.url,
  );
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
