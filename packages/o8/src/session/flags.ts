import { InvalidArgumentError } from 'commander';

const UNITS: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Parses `90s`, `10m`, `2h`, `1d` or bare seconds to milliseconds. */
export function durationFlag(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(text);
  if (!match) {
    throw new InvalidArgumentError('Write a duration such as 90s, 10m or 2h.');
  }
  return Number(match[1]) * UNITS[match[2] || 's'];
}

/** Parses a whole number of at least nought. */
export function countFlag(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError('Write a whole number.');
  }
  return Number(text);
}

/** Collects `--set key=value`, given any number of times. */
export function assignmentFlag(
  text: string,
  previous: Record<string, string> = {},
): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.');
  return { ...previous, [text.slice(0, at)]: text.slice(at + 1) };
}
