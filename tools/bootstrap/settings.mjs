import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { Friendly } from './Friendly.mjs';

/** The checkout. */
export const ROOT = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What the command line and the environment say, with defaults. Paths are absolute. */
export function settingsFrom(options, env = process.env) {
  const home = homedir();
  const under = (given, base, rest) =>
    path.resolve(
      given || path.join(base || path.join(home, rest), 'orchestr8'),
    );
  return {
    root: ROOT,
    cache: under(env.O8_CACHE, env.XDG_CACHE_HOME, '.cache'),
    data: under(options.data || env.O8_DATA, env.XDG_DATA_HOME, '.local/share'),
    port: portOf(options.port || env.O8_PORT || '7007', '--port'),
    playgroundPort: portOf(
      options['playground-port'] || '16443',
      '--playground-port',
    ),
    kubeconfig:
      options.kubeconfig &&
      path.resolve(options.kubeconfig.replace(/^~(?=\/)/, home)),
    context: options.context,
    yes: options.yes,
    only: options.only,
  };
}

function portOf(text, option) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65_500) {
    throw new Friendly(
      `${option} must be a number from 1024 to 65500, not "${text}".`,
    );
  }
  return port;
}
