/** Sets the keys that are absent, in place, and says whether there were any. */
export function fillMissing(
  target: Record<string, unknown>,
  values: Record<string, unknown>,
): boolean {
  const missing = Object.entries(values).filter(
    ([key]) => target[key] === undefined,
  );
  for (const [key, value] of missing) {
    target[key] = value;
  }
  return missing.length > 0;
}
