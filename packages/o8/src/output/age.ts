const STEPS: readonly [string, number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
];

/** A duration in one unit, rounded down: `45s`, `3m`, `26h`, `3d`. */
export function duration(milliseconds: number): string {
  const [unit, size] = STEPS.find(
    ([name, step]) => milliseconds >= step * (name === 'd' ? 2 : 1),
  ) ?? ['s', 1_000];
  return `${Math.max(0, Math.floor(milliseconds / size))}${unit}`;
}

/** How long ago an ISO 8601 instant was; `-` when there is none. */
export function age(instant: string | undefined, now: number): string {
  return instant ? `${duration(now - Date.parse(instant))} ago` : '-';
}
