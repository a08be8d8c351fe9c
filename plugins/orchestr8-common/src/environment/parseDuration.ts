const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * Milliseconds of a duration in Prometheus's notation: `90s`, `10m`, `1h30m`,
 * `2d`. `undefined` when the text is not one.
 *
 * @public
 */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(ms|s|m|h|d|w))+$/.test(text)) return undefined;
  const sum = [...text.matchAll(/(\d+)(ms|s|m|h|d|w)/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * UNITS[unit],
    0,
  );
  return Number.isSafeInteger(sum) ? sum : undefined;
}
