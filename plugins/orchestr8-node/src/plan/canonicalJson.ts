/**
 * JSON of one spelling: keys ordered by UTF-16 code unit, no white space,
 * absent and `undefined` the same. Equal values give equal text.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
        )
      : part,
  );
}
