const SHAPE = /^(.*?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

/**
 * Orders two RFC 3339 times to the nanosecond. Not as text: the kubelet leaves
 * out trailing zeros of the fraction.
 */
export function compareTimes(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  return left.ms - right.ms || left.nanos - right.nanos;
}

function parse(time: string): { ms: number; nanos: number } {
  const [, whole = time, fraction = '', zone = ''] = SHAPE.exec(time) ?? [];
  return {
    ms: Date.parse(`${whole}${zone}`),
    nanos: Number(fraction.padEnd(9, '0').slice(0, 9)),
  };
}
