import { KubeConnectionOptions } from './KubeConnection';

/** The user whom the fence knows: only requests in its name carry an epoch. */
export const DEPLOYER = 'orchestr8:deployer';
/** Key of the user's extra field that carries the epoch. */
export const EPOCH_KEY = 'orchestr8.io/epoch';

/** Headers that make a request somebody else's; `undefined` when it stays our own. */
export function impersonation(
  who: { module: string; namespace: string; epoch?: number | 'plan' },
  deployAs: KubeConnectionOptions['deployAs'],
): Record<string, string | string[]> | undefined {
  const { module, namespace, epoch } = who;
  if (!deployAs && epoch === undefined) return undefined;
  const fill = (text: string) =>
    text.replaceAll('${module}', module).replaceAll('${namespace}', namespace);
  const groups = deployAs?.groups?.map(fill) ?? [];
  return {
    'impersonate-user': fill(deployAs?.user ?? DEPLOYER),
    ...(groups.length > 0 ? { 'impersonate-group': groups } : {}),
    ...(epoch === undefined
      ? {}
      : {
          [`impersonate-extra-${encodeURIComponent(EPOCH_KEY).toLowerCase()}`]:
            String(epoch),
        }),
  };
}
