import { randomBytes } from 'crypto';
import { homedir } from 'os';
import { join } from 'path';

/**
 * Values of the environment variables that app-config.yaml refers to and that a
 * start without `npm start` (such as `yarn dev`) leaves open.
 *
 * A token that nobody was told is one that nobody can use, so a missing CLI
 * token becomes a random one instead of a known default or a failed start.
 */
export function environmentDefaults(
  env: NodeJS.ProcessEnv,
): Record<string, string> {
  const defaults: Record<string, string> = {
    O8_DATA: join(homedir(), '.local', 'share', 'orchestr8'),
    O8_CLI_TOKEN: randomBytes(24).toString('base64url'),
  };
  if (env.NODE_ENV !== 'development') {
    // The built portal serves the app on its own port.
    defaults.O8_APP_PORT = env.O8_PORT || '7007';
  }
  return Object.fromEntries(
    Object.entries(defaults).filter(([name]) => !env[name]),
  );
}
