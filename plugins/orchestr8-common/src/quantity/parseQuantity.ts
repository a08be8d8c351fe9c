/** A Kubernetes quantity, exact. @public */
export interface Quantity {
  /** The amount in 10⁻⁹ of its unit: of a core, of a byte. */
  nanos: bigint;
}

const FORM =
  /^([+-]?)([0-9]*(?:\.[0-9]*)?)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]+|)$/;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const NANO = 10n ** 9n;
/** Amounts with binary suffixes are capped here; others are not. */
const LARGEST = (2n ** 63n - 1n) * NANO;
const MAX_LENGTH = 100;
/** Exponents beyond this are no quantities of anything. */
const MAX_EXPONENT = 10_000;

/**
 * Reads a quantity as Kubernetes does (`resource.ParseQuantity`): fractions of
 * 10⁻⁹ are rounded away from zero, amounts with binary suffixes are capped at
 * 2⁶³−1, and a suffix without a number is zero.
 *
 * @returns undefined when the text is no quantity.
 * @public
 */
export function parseQuantity(text: string): Quantity | undefined {
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, sign, number, suffix] = match;
  const [whole, fraction = ''] = number.split('.');
  const digits = BigInt(`${whole}${fraction}` || '0');

  const binary = suffix ? BINARY.indexOf(suffix) : -1;
  const exponent = binary > 0 ? 0 : decimalExponent(suffix);
  if (Math.abs(exponent) > MAX_EXPONENT) return undefined;
  const nanos = scaled(
    binary > 0 ? digits * 1024n ** BigInt(binary) : digits,
    exponent - fraction.length + 9,
  );
  const kept = binary > 0 && nanos > LARGEST ? LARGEST : nanos;
  return { nanos: sign === '-' ? -kept : kept };
}

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. @public */
export function compareQuantities(a: Quantity, b: Quantity): number {
  if (a.nanos === b.nanos) return 0;
  return a.nanos < b.nanos ? -1 : 1;
}

function decimalExponent(suffix: string): number {
  return suffix in DECIMAL ? DECIMAL[suffix] : Number(suffix.slice(1));
}

/** `value` × 10^`exponent`, rounded up. */
function scaled(value: bigint, exponent: number): bigint {
  if (exponent >= 0) return value * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  return (value + divisor - 1n) / divisor;
}
