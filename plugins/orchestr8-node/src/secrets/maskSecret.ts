import {
  FieldChange,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { isHarmless, isSecretName, MASK, maskText } from './maskText';

/**
 * The change with what is secret replaced: that it changes is shown, not from
 * what to what. Of a Secret that is all it holds; of any other object what is
 * `known` to be secret, and what its name or its shape says is: variables of
 * containers, settings in files and arguments, fields of custom resources.
 */
export function maskSecret(
  change: FieldChange,
  object: Pick<KubernetesObject, 'kind'> & { apiVersion?: string },
  known?: ReadonlySet<string>,
): FieldChange {
  const { path } = change;
  const isOfSecret =
    object.kind === 'Secret' && /^(data|stringData)\b/.test(path);
  // They name the keys of secrets elsewhere, and hold none.
  const namesOnly = object.apiVersion?.startsWith('external-secrets.io/');
  const rules = { known, isSecret: namesOnly ? () => false : isSecretName };
  const masked = (value: unknown) =>
    isOfSecret ? MASK : maskValue(nameOf(path), value, rules);
  const [before, after] = [masked(change.before), masked(change.after)];
  return {
    path,
    ...('before' in change
      ? { before: likeTheOther(before, change.after, after) }
      : {}),
    ...('after' in change
      ? { after: likeTheOther(after, change.before, before) }
      : {}),
  };
}

/** What is secret on one side of a change is so on the other, of which perhaps nothing is known any more. */
function likeTheOther(shown: unknown, other: unknown, masked: unknown) {
  const isText = typeof shown === 'string' && typeof other === 'string';
  return isText && other !== masked && !shown.includes(MASK) ? MASK : shown;
}

/** What a value at a path is called; `value` of `env[name=X]` is called X. Labels and annotations are called by nobody. */
function nameOf(path: string): string {
  if (/(^|\.)metadata\.(labels|annotations)\b/.test(path)) return '';
  const [, named] = /\[name=([^\]]*)\]\.value$/.exec(path) ?? [];
  return named ?? /([^.[\]]+)\]?$/.exec(path)?.[1] ?? '';
}

function maskValue(
  name: string,
  value: unknown,
  rules: { known?: ReadonlySet<string>; isSecret(name: string): boolean },
): unknown {
  if (typeof value === 'string') {
    return rules.isSecret(name) && !isHarmless(value)
      ? MASK
      : maskText(value, rules.known);
  }
  if (typeof value === 'number') {
    return rules.isSecret(name) && !isHarmless(`${value}`) ? MASK : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => maskValue('', item, rules));
  }
  if (typeof value !== 'object' || value === null) return value;
  const { name: sibling } = value as { name?: unknown };
  const called = (key: string) =>
    key === 'value' && typeof sibling === 'string' ? sibling : key;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      maskValue(called(key), part, rules),
    ]),
  );
}
