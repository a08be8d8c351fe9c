import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The portal's secrets, made at the first start: `secrets.env` in the data folder, for its owner's eyes. */
export function ensureSecrets(data) {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = path.join(data, 'secrets.env');
  const known = readEnv(file);
  const secrets = {
    O8_CLI_TOKEN: known.O8_CLI_TOKEN ?? randomBytes(32).toString('base64url'),
    BACKEND_SECRET:
      known.BACKEND_SECRET ?? randomBytes(32).toString('base64url'),
  };
  const lines = Object.entries({ ...known, ...secrets }).map(
    ([name, value]) => `${name}=${value}\n`,
  );
  writePrivately(file, lines.join(''));
  return secrets;
}

/** What `o8` reads to be signed in to the portal of this machine. */
export function writeSignIn(data, { url, token }) {
  writePrivately(
    path.join(data, 'cli.json'),
    `${JSON.stringify({ url, token }, null, 2)}\n`,
  );
}

function readEnv(file) {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return Object.fromEntries(
      lines.map(line => [
        line.slice(0, line.indexOf('=')),
        line.slice(line.indexOf('=') + 1),
      ]),
    );
  } catch {
    return {};
  }
}

function writePrivately(file, text) {
  const next = `${file}.${process.pid}.new`;
  writeFileSync(next, text, { mode: 0o600 });
  renameSync(next, file);
}
