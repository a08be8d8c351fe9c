const USUAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/;
const SHAPE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/**
 * A log's time stamp as text that sorts: UTC with nine digits of fraction.
 * The kubelet leaves trailing zeros out and may write in its own zone, so the
 * stamps themselves do not sort. What is no time sorts first.
 */
export function timeKey(time: string): string {
  if (USUAL.test(time)) return time.slice(0, 29);
  const match = SHAPE.exec(time);
  if (!match) return '';
  const [, seconds, fraction = '', zone] = match;
  const at = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(at)) return '';
  const utc = zone === 'Z' ? seconds : new Date(at).toISOString().slice(0, 19);
  return `${utc}.${fraction.padEnd(9, '0')}`;
}
