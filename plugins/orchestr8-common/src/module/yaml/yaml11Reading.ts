const BOOLEANS = /^(?:(y|yes|on)|(n|no|off))$/i;
const MIXED_CASE = /^[a-z]?[A-Z]*$|^[A-Z]?[a-z]*$/;
const OCTAL = /^[-+]?0[0-7]+$/;
const PREFIXED = /^([-+]?)0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))$/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const ENDLESS = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Both readings of an unquoted scalar, in words. */
export interface Readings {
  yaml11: string;
  yaml12: string;
}

/**
 * How Helm and kubectl, which read YAML 1.1, and YAML 1.2 readers see an unquoted
 * scalar; undefined when they agree. Held against Helm itself: unlike YAML 1.1 they
 * take times and dates for text, and they know the octal numbers of 1.2.
 *
 * @param value - what it is by YAML 1.2
 */
export function yaml11Reading(
  source: string,
  value: unknown,
): Readings | undefined {
  const helm = helmReading(source);
  if (helm === undefined) return undefined;
  if (typeof helm === 'number' && Object.is(helm, value)) return undefined;
  if (helm === TEXT && typeof value === 'string') return undefined;
  // Zero has a sign for nobody who reads either.
  if (helm === 0 && value === 0) return undefined;
  return { yaml11: wordsOf(helm, source), yaml12: plainWords(value) };
}

const TEXT = 'text';
const NOTHING = 'an error';

type Reading = boolean | number | typeof TEXT | typeof NOTHING;

/** What Helm takes a scalar for, where that may be a surprise. */
function helmReading(source: string): Reading | undefined {
  const boolean = BOOLEANS.exec(source);
  if (boolean && MIXED_CASE.test(source)) return boolean[1] !== undefined;
  if (ENDLESS.test(source)) return NOTHING;
  if (!/^[-+.0-9]/.test(source)) return undefined;
  const digits = source.replaceAll('_', '');
  if (OCTAL.test(digits)) return parseInt(digits, 8);
  const prefixed = PREFIXED.exec(digits);
  if (prefixed) {
    const [, sign, hex, octal, binary] = prefixed;
    const size = hex
      ? parseInt(hex, 16)
      : parseInt(octal ?? binary, octal ? 8 : 2);
    return sign === '-' ? -size : size;
  }
  if (!DECIMAL.test(digits)) return undefined;
  return Number.isFinite(Number(digits)) ? Number(digits) : TEXT;
}

function wordsOf(reading: Reading, source: string): string {
  if (typeof reading !== 'number') return String(reading);
  return OCTAL.test(source.replaceAll('_', ''))
    ? `the octal number ${reading}`
    : `the number ${reading}`;
}

function plainWords(value: unknown): string {
  return typeof value === 'string' ? TEXT : `the number ${value}`;
}
