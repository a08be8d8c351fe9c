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
  return typeof value === 'string' ? value : JSON.stringify(value, inOrder, 2);
}

/** What the cluster wrote and what the release says have their keys in one order, to be compared by eye. */
function inOrder(_: string, value: unknown): unknown {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;
}
