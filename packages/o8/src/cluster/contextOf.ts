import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';

/** Name of the kubeconfig's current context, to say which cluster is meant; absent when none can be read. */
export async function contextOf(
  kubeconfig: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const files = kubeconfig
    ? [kubeconfig]
    : env.KUBECONFIG?.split(delimiter).filter(Boolean) ?? [
        join(env.HOME ?? '.', '.kube', 'config'),
      ];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const named: unknown = text && parse(text)?.['current-context'];
    if (typeof named === 'string' && named !== '') return named;
  }
  return undefined;
}
