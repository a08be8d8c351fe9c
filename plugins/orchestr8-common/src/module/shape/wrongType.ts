import { ErrorObject } from 'ajv';
import { formatPath, Located, Path } from '../yaml/Located';
import { yaml11Reading } from '../yaml/yaml11Reading';
import { YamlSource } from '../yaml/YamlSource';

const WORDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'nothing',
};

/** A value of a type that its field does not take, and the way to write what was probably meant. */
export function wrongType(
  error: ErrorObject,
  path: Path,
  source: Located,
): { code: string; message: string; hint?: string } {
  const wanted = wantedTypes(error);
  const field = path.length ? `\`${formatPath(path)}\`` : 'The file';
  const written =
    (source instanceof YamlSource ? source.plainText(path) : undefined) ??
    textOf(error.data);

  if (
    formatPath(path) === 'metadata.version' &&
    typeof error.data === 'number'
  ) {
    return {
      code: 'O8110',
      message: `The version ${written} is not quoted, so it is the number ${error.data} and not a version.`,
      hint: `Write \`version: "${padded(written)}"\`.`,
    };
  }
  const message = `${field} must be ${wanted
    .map(type => WORDS[type] ?? type)
    .join(' or ')}, not ${describe(error.data, written)}.`;
  const hint = hintFor(wanted, error.data, written);
  return { code: 'O8103', message, ...(hint ? { hint } : {}) };
}

/** A value as text; what is no scalar may have a `toString` of the author's own. */
export function textOf(data: unknown): string {
  return typeof data === 'object' ? describeType(data) : String(data);
}

function wantedTypes(error: ErrorObject): string[] {
  if (error.keyword === 'type') return [error.params.type].flat();
  const branches = (error.schema ?? []) as { type?: string; $ref?: string }[];
  return branches.map(branch => branch.type ?? 'string');
}

/** The type of a value in words. */
export function describeType(data: unknown): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'an object' : typeof data;
}

function describe(data: unknown, written: string): string {
  const short = written.length > 40 ? `${written.slice(0, 37)}…` : written;
  if (data === null || typeof data === 'object') return describeType(data);
  const kind = { string: 'the text', number: 'the number' }[
    typeof data as string
  ];
  return kind ? `${kind} \`${short}\`` : `\`${short}\``;
}

function hintFor(wanted: string[], data: unknown, written: string) {
  if (data === null) return 'Give it a value, or leave the field out.';
  if (wanted.includes('boolean') && typeof data === 'string') {
    const reading = yaml11Reading(written)?.yaml11 ?? written.toLowerCase();
    return reading === 'true' || reading === 'false'
      ? `Write \`${reading}\` without quotes.`
      : undefined;
  }
  const numeric = wanted.includes('integer') || wanted.includes('number');
  if (numeric && typeof data === 'string' && /^[0-9.]+$/.test(data)) {
    return `Write \`${data}\` without quotes.`;
  }
  if (
    wanted.includes('string') &&
    ['number', 'boolean'].includes(typeof data)
  ) {
    return `Quote it: \`"${written}"\`.`;
  }
  if (wanted[0] === 'array' && typeof data !== 'object') {
    return `Write a list: \`- ${written}\`.`;
  }
  return undefined;
}

/** `1.0` with the parts that SemVer wants. */
function padded(written: string): string {
  const parts = /^\d+(\.\d+)?$/.test(written) ? written.split('.') : ['1', '0'];
  return [...parts, '0', '0'].slice(0, 3).join('.');
}
