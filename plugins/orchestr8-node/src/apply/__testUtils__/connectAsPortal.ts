import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { DEFAULT_ACCOUNT } from '../fence/prepareCluster';

/** The portal as it is in a prepared cluster: by a token of its service account, writing as somebody else. */
export function connectAsPortal(
  access: { kubeconfig: string; kubectl: string },
  deployAs: { user: string; groups?: readonly string[] },
) {
  const { kubeconfig, kubectl } = access;
  const config = parse(readFileSync(kubeconfig, 'utf8'));
  const { namespace, name } = DEFAULT_ACCOUNT;
  const token = execFileSync(
    kubectl,
    [
      `--kubeconfig=${kubeconfig}`,
      ...['create', 'token', name, '-n', namespace],
    ],
    { encoding: 'utf8', stdio: 'pipe' },
  );
  const [{ name: user }] = config.users;
  config.users = [{ name: user, user: { token: token.trim() } }];
  return connectCluster({
    name: 'test',
    kubeconfigText: JSON.stringify(config),
    deployAs,
  });
}
