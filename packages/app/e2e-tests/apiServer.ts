import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import type { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { parse } from 'yaml';

interface Kubeconfig {
  'current-context': string;
  contexts: { name: string; context: { cluster: string; user: string } }[];
  clusters: {
    name: string;
    cluster: {
      server: string;
      'certificate-authority'?: string;
      'certificate-authority-data'?: string;
    };
  }[];
  users: { name: string; user: { token?: string } }[];
}

/** Reads one object straight from the API server, past the portal; `undefined` when it is absent. */
export async function readObject(
  kubeconfig: string,
  path: string,
): Promise<KubernetesObject | undefined> {
  const config: Kubeconfig = parse(readFileSync(kubeconfig, 'utf8'));
  const { context } = config.contexts.find(
    ({ name }) => name === config['current-context'],
  )!;
  const { cluster } = config.clusters.find(it => it.name === context.cluster)!;
  const { user } = config.users.find(it => it.name === context.user)!;
  const file = cluster['certificate-authority'];
  const data = cluster['certificate-authority-data'];
  const ca = file ? readFileSync(file) : data && Buffer.from(data, 'base64');
  return new Promise((resolve, reject) => {
    const url = new URL(path, cluster.server);
    const headers = { Authorization: `Bearer ${user.token}` };
    request(url, { ca, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 404) resolve(undefined);
        else if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${path}: ${response.statusCode} ${text}`));
      });
    })
      .on('error', reject)
      .end();
  });
}
