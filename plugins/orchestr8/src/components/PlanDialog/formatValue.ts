const SECRET = '(secret)';

/**
 * A value of a field as text. The portal masks the values of Secrets before they
 * leave it; this is the second lock on the same door.
 */
export function formatValue(
  value: unknown,
  where: { kind: string; path: string },
): string {
  if (where.kind === 'Secret' && /^(data|stringData)\b/.test(where.path)) {
    return SECRET;
  }
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
