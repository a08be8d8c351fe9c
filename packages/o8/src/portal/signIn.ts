import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandError, EXIT } from '../exit';
import { Terminal } from '../session/Terminal';
import { PortalSignIn } from './portalClient';

type Env = Terminal['env'];

/** File that `o8 login` writes. */
export function loginFile(env: Env): string {
  const config = env.XDG_CONFIG_HOME || join(home(env), '.config');
  return join(config, 'orchestr8', 'cli.json');
}

/** File that a started portal of one's own writes into its data folder. */
export function startedPortalFile(env: Env): string {
  const data = env.O8_DATA || join(home(env), '.local', 'share', 'orchestr8');
  return join(data, 'cli.json');
}

/**
 * Finds the portal: `O8_URL` and `O8_TOKEN`, else the portal started on this
 * machine, else what `o8 login` stored. `from` says which, for people.
 */
export async function findSignIn(
  env: Env,
): Promise<PortalSignIn & { from: string }> {
  if (env.O8_URL) {
    checkUrl(env.O8_URL, 'O8_URL');
    return { url: env.O8_URL, token: env.O8_TOKEN, from: 'O8_URL' };
  }
  for (const file of [startedPortalFile(env), loginFile(env)]) {
    const found = await readSignIn(file);
    if (found) {
      return { ...found, token: env.O8_TOKEN || found.token, from: file };
    }
  }
  throw new CommandError('No portal is known here.', {
    exitCode: EXIT.usage,
    hint: 'Start one with "npm start", sign in to one with "o8 login", or set O8_URL and O8_TOKEN.',
  });
}

/** Stores a sign-in that only its owner can read; answers the file. */
export async function storeSignIn(
  signIn: PortalSignIn,
  env: Env,
): Promise<string> {
  checkUrl(signIn.url, 'The address');
  const file = loginFile(env);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const { url, token } = signIn;
  await writeFile(file, `${JSON.stringify({ url, token }, null, 2)}\n`, {
    mode: 0o600,
  });
  await chmod(file, 0o600);
  return file;
}

async function readSignIn(file: string): Promise<PortalSignIn | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CommandError(
      `The sign-in in "${file}" cannot be read: ${(error as Error).message}`,
      { exitCode: EXIT.failed },
    );
  }
  try {
    const { url, token } = JSON.parse(text);
    if (typeof url === 'string') return { url, token };
  } catch {
    // Told below: what is in the file may be a secret, so it is not repeated.
  }
  throw new CommandError(`The sign-in in "${file}" is not valid.`, {
    exitCode: EXIT.failed,
    hint: 'Run "o8 login" again, or start the portal again.',
  });
}

/** Refuses what is no address of the web. */
export function checkUrl(url: string, what: string): void {
  if (!/^https?:\/\/[^/]/.test(url)) {
    throw new CommandError(
      `${what} must begin with http:// or https://, not "${url}".`,
      { exitCode: EXIT.usage },
    );
  }
}

function home(env: Env): string {
  return env.HOME || '.';
}
