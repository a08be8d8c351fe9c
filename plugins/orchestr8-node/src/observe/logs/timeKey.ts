/**
 * A log's time stamp as text that sorts: UTC with nine digits of fraction.
 * The kubelet leaves trailing zeros out and may write in its own zone, so the
 * stamps themselves do not sort. What is no time sorts first.
 */
export function timeKey(time: string): string {
  const match = /^(.{19})(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(time);
  if (!match) return '';
  const [, seconds, fraction = '', zone] = match;
  const utc =
    zone === 'Z' || zone === '+00:00'
      ? seconds
      : new Date(`${seconds}${zone}`).toISOString().slice(0, 19);
  return `${utc}.${fraction.padEnd(9, '0')}`;
}
