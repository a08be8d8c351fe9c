import { Config } from '@backstage/config';
import { HttpApiOptions } from '@orchestr8/backstage-plugin-orchestr8-node';
import { optionalText } from './optionalText';

/**
 * The address under `key` and the headers beside it; absent without an address.
 *
 * @throws Error that names the key, never what may be secret, for an address
 * that nobody can ask.
 */
export function readHttpApi(
  config: Config,
  key: string,
  options: { cluster: string },
): HttpApiOptions | undefined {
  const url = optionalText(config, `${key}.url`);
  if (!url) return undefined;
  const problem = problemOf(url);
  if (problem) {
    throw new Error(
      `${key}.url of the cluster "${options.cluster}" in orchestr8.clusters ${problem}`,
    );
  }
  const headers = config.getOptionalConfig(`${key}.headers`);
  return {
    url,
    ...(headers
      ? {
          headers: Object.fromEntries(
            headers.keys().map(name => [name, headers.getString(name)]),
          ),
        }
      : {}),
  };
}

function problemOf(url: string): string | undefined {
  const example = 'such as http://prometheus.monitoring:9090';
  if (!URL.canParse(url)) return `is no address: write one ${example}`;
  const { protocol, username, password, search, hash } = new URL(url);
  if (!['http:', 'https:'].includes(protocol)) {
    return `must begin with http:// or https://: write one ${example}`;
  }
  if (username || password) {
    return 'holds a name or a password: give them as headers.authorization beside it';
  }
  if (search || hash) {
    return 'must end with its path: leave out what begins with ? or #';
  }
  return undefined;
}
