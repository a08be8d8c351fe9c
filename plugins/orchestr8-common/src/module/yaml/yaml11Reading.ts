const BOOLEANS = /^(?:(y|yes|on)|(n|no|off))$/i;
const MIXED_CASE = /^[a-z]?[A-Z]*$|^[A-Z]?[a-z]*$/;
const OCTAL = /^[-+]?0[0-7_]*[0-7]$/;
const MODERN_OCTAL = /^0o[0-7]+$/;
const BINARY = /^[-+]?0b[01_]+$/;
const GROUPED =
  /^[-+]?(?:[1-9][0-9]*(?:_[0-9]+)+|0x[0-9a-fA-F]*_[0-9a-fA-F_]*)$/;
const SIXTIES = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** Both readings of an unquoted scalar, in words. */
export interface Readings {
  yaml11: string;
  yaml12: string;
}

/**
 * How YAML 1.1 readers (Helm, kubectl) and YAML 1.2 readers see an unquoted
 * scalar; undefined when they agree.
 */
export function yaml11Reading(source: string): Readings | undefined {
  const boolean = BOOLEANS.exec(source);
  if (boolean && MIXED_CASE.test(source)) {
    return { yaml11: boolean[1] ? 'true' : 'false', yaml12: 'text' };
  }
  if (OCTAL.test(source)) {
    const digits = source.replaceAll('_', '');
    const sign = digits.startsWith('-') ? -1 : 1;
    const octal = sign * parseInt(digits.replace(/^[-+]/, ''), 8);
    const decimal = Number(digits);
    if (octal === decimal) return undefined;
    return {
      yaml11: `the octal number ${octal}`,
      yaml12: source.includes('_') ? 'text' : `the number ${decimal}`,
    };
  }
  if (MODERN_OCTAL.test(source)) {
    return {
      yaml11: 'text',
      yaml12: `the number ${parseInt(source.slice(2), 8)}`,
    };
  }
  if (BINARY.test(source)) return { yaml11: 'a binary number', yaml12: 'text' };
  if (GROUPED.test(source)) {
    return {
      yaml11: `the number ${Number(source.replaceAll('_', ''))}`,
      yaml12: 'text',
    };
  }
  if (SIXTIES.test(source)) {
    return {
      yaml11: `the number ${sixties(source)} (sixties)`,
      yaml12: 'text',
    };
  }
  return DATE.test(source) ? { yaml11: 'a date', yaml12: 'text' } : undefined;
}

function sixties(source: string): number {
  const sign = source.startsWith('-') ? -1 : 1;
  const parts = source.replace(/^[-+]/, '').replaceAll('_', '').split(':');
  return sign * parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}
