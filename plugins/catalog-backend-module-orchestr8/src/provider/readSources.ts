import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { fileURLToPath } from 'url';
import { isAbsolute, resolve } from 'path';

/** How many levels below its top a source is searched for modules. */
const DEPTH = 4;
const REFRESH_MS = 60_000;

/** Where the modules of a configured source are. */
export type SourcePlace =
  | { type: 'folder'; folder: string }
  | { type: 'local'; path: string; ref?: string }
  | {
      type: 'http';
      url: string;
      ref?: string;
      auth?: { username: string; password: string };
    }
  | { type: 'ssh'; url: string; ref?: string; privateKeyFile?: string };

/** One entry of `orchestr8.catalog.sources`. */
export interface SourceSettings {
  id: string;
  place: SourcePlace;
  depth: number;
  /** Milliseconds between looks when nothing seems to change. */
  refreshMs: number;
}

/**
 * The sources of modules that the configuration names.
 *
 * @throws when an entry cannot be understood, with its key and the way out
 */
export function readSources(config: Config): SourceSettings[] {
  const key = 'orchestr8.catalog.sources';
  const sources = config.getOptionalConfig(key);
  return (sources?.keys() ?? []).map(id => {
    const fail = (message: string) => new Error(`${key}.${id}: ${message}`);
    if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) {
      throw fail('use lower-case letters, digits and dashes for the key.');
    }
    const source = sources!.getConfig(id);
    const depth = source.getOptionalNumber('depth') ?? DEPTH;
    if (!Number.isInteger(depth) || depth < 1 || depth > 10) {
      throw fail(`depth is ${depth}; give a whole number from 1 to 10.`);
    }
    return {
      id,
      place: placeOf(source, fail),
      depth,
      refreshMs: source.has('refresh')
        ? durationToMilliseconds(
            readDurationFromConfig(source, { key: 'refresh' }),
          )
        : REFRESH_MS,
    };
  });
}

function placeOf(
  source: Config,
  fail: (message: string) => Error,
): SourcePlace {
  const folder = source.getOptionalString('folder');
  const repository = source.getOptionalString('git');
  if (!folder === !repository) {
    throw fail('give either "folder" or "git".');
  }
  if (folder) return { type: 'folder', folder: resolve(folder) };
  return repositoryAt(repository!, { source, fail });
}

function repositoryAt(
  git: string,
  { source, fail }: { source: Config; fail: (message: string) => Error },
): SourcePlace {
  const ref = source.getOptionalString('ref');
  const withRef = ref ? { ref } : {};
  if (isAbsolute(git) || /^\.{0,2}\//.test(git)) {
    return { type: 'local', path: resolve(git), ...withRef };
  }
  if (/^[\w.-]+@[\w.-]+:(?!\/\/)/.test(git) || git.startsWith('ssh://')) {
    const privateKeyFile = source.getOptionalString('privateKeyFile');
    const key = privateKeyFile ? { privateKeyFile } : {};
    return { type: 'ssh', url: git, ...withRef, ...key };
  }
  const url = URL.canParse(git) ? new URL(git) : undefined;
  if (url?.protocol === 'file:') {
    return { type: 'local', path: fileURLToPath(url), ...withRef };
  }
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw fail(
      `"git" is no path and no URL that begins with https:, http:, ssh: or file:.`,
    );
  }
  if (url.username || url.password) {
    throw fail(
      'the URL holds credentials; put them into "auth" with username and password.',
    );
  }
  const auth = source.getOptionalConfig('auth');
  return {
    type: 'http',
    url: git,
    ...withRef,
    ...(auth
      ? {
          auth: {
            username: auth.getString('username'),
            password: auth.getString('password'),
          },
        }
      : {}),
  };
}
