import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Makes, once for a data folder, the administrator's token and the key of service accounts. Returns their paths. */
export function ensureCredentials(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const tokens = path.join(folder, 'tokens.csv');
  const privateKey = path.join(folder, 'service-accounts.key');
  const publicKey = path.join(folder, 'service-accounts.pub');
  if (!existsSync(tokens)) {
    const token = randomBytes(32).toString('base64url');
    writePrivately(
      tokens,
      `${token},playground-admin,playground-admin,"system:masters"\n`,
    );
  }
  if (!existsSync(privateKey) || !existsSync(publicKey)) {
    const pair = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    writePrivately(publicKey, pair.publicKey);
    writePrivately(privateKey, pair.privateKey);
  }
  const token = readFileSync(tokens, 'utf8').split(',')[0];
  return { tokens, privateKey, publicKey, token };
}

/** Writes a kubeconfig (JSON, which is YAML too) that only its owner can read. */
export function writeKubeconfig(file, { port, token, ca }) {
  const name = 'orchestr8-playground';
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      {
        name,
        cluster: {
          server: `https://127.0.0.1:${port}`,
          ...(ca
            ? {
                'certificate-authority-data':
                  Buffer.from(ca).toString('base64'),
              }
            : { 'insecure-skip-tls-verify': true }),
        },
      },
    ],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
  writePrivately(file, `${JSON.stringify(config, null, 2)}\n`);
}

/** Replaces a file as a whole, readable by its owner only. */
export function writePrivately(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  const next = `${file}.${process.pid}.new`;
  writeFileSync(next, text, { mode: 0o600 });
  renameSync(next, file);
}
