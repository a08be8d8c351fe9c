import {
  FieldChange,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** What stands for a value that nobody may see. */
export const MASK = '(secret)';

/** The change with what a Secret holds replaced: that it changes is shown, not from what to what. */
export function maskSecret(
  change: FieldChange,
  object: Pick<KubernetesObject, 'kind'>,
): FieldChange {
  const holdsValue =
    object.kind === 'Secret' && /^(data|stringData)\b/.test(change.path);
  if (!holdsValue) {
    return change;
  }
  return {
    path: change.path,
    ...('before' in change ? { before: MASK } : {}),
    ...('after' in change ? { after: MASK } : {}),
  };
}
