import type { KubeConfig } from '@kubernetes/client-node';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

interface WrittenUser {
  name?: string;
  user?: { tokenFile?: string };
}

/**
 * Makes users whose token is kept in a file, where something else renews it
 * (`tokenFile`, as kubectl knows it and the vendor's client does not), ask for
 * it there.
 */
export async function withTokenFiles(
  config: KubeConfig,
  written: { kubeconfig?: string; kubeconfigText?: string },
): Promise<void> {
  for (const { text, folder } of await textsOf(written)) {
    const { users } = (parse(text) ?? {}) as { users?: WrittenUser[] };
    for (const { name, user } of users ?? []) {
      if (!user?.tokenFile) continue;
      const tokenFile = resolve(folder, user.tokenFile);
      for (const known of config.getUsers()) {
        if (known.name !== name) continue;
        Object.assign(known, {
          token: undefined,
          authProvider: { name: 'tokenFile', config: { tokenFile } },
        });
      }
    }
  }
}

async function textsOf({
  kubeconfig,
  kubeconfigText,
}: {
  kubeconfig?: string;
  kubeconfigText?: string;
}): Promise<{ text: string; folder: string }[]> {
  if (kubeconfigText) return [{ text: kubeconfigText, folder: process.cwd() }];
  const files = kubeconfig
    ? [kubeconfig]
    : process.env.KUBECONFIG?.split(delimiter).filter(Boolean) ?? [
        join(homedir(), '.kube', 'config'),
      ];
  const read = await Promise.all(
    files.map(file => readFile(file, 'utf8').catch(() => '')),
  );
  return read.map((text, i) => ({ text, folder: dirname(files[i]) }));
}
