import { ErrorObject } from 'ajv';
import semver from 'semver';
import { formatPath, Located, Path } from '../yaml/Located';
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
): { code: string; message: string; hint: string } {
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
  return {
    code: 'O8103',
    message,
    hint: hintFor(wanted, error.data, written),
  };
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
  const numeric = wanted.includes('integer') || wanted.includes('number');
  if (typeof data === 'string') {
    const reading = booleanMeant(written);
    if (wanted.includes('boolean') && reading) {
      return `Write \`${reading}\` without quotes.`;
    }
    if (numeric && /^[0-9.]+$/.test(data)) {
      return `Write \`${data}\` without quotes.`;
    }
  }
  if (wanted.includes('integer') && typeof data === 'number') {
    return `Write a whole number, such as \`${Math.trunc(data)}\`.`;
  }
  if (wanted[0] === 'array') {
    return typeof data === 'object'
      ? 'Write a list: each entry starts with `- `.'
      : `Write a list: \`- ${written}\`.`;
  }
  if (wanted.includes('string') && typeof data !== 'object') {
    return `Quote it: \`"${written}"\`.`;
  }
  return `Write ${EXAMPLES[wanted[0]] ?? 'a text'}.`;
}

/** What a field of a type is given for example. */
const EXAMPLES: Record<string, string> = {
  string: 'one text',
  number: 'a number without quotes, such as `1`',
  integer: 'a whole number without quotes, such as `1`',
  boolean: '`true` or `false` without quotes',
  object: 'its fields below it, indented, each as `name: value`',
};

/** A boolean as people write it in words. */
function booleanMeant(written: string): 'true' | 'false' | undefined {
  const word = written.toLowerCase();
  if (/^(true|yes|y|on|enabled?|active)$/.test(word)) return 'true';
  if (/^(false|no|n|off|disabled?|inactive)$/.test(word)) return 'false';
  return undefined;
}

/** `1.0` with the parts that SemVer wants. */
function padded(written: string): string {
  const parts = /^\d+(\.\d+)?$/.test(written) ? written.split('.') : ['1', '0'];
  return [...parts, '0', '0'].slice(0, 3).join('.');
}

/** The SemVer version that a text was probably meant to be. */
export function versionHint(text: string): string {
  const [, major, minor, patch, rest] =
    /^[vV=]?\s*(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?([-+].*)?$/.exec(
      text,
    ) ?? [];
  const core = [major, minor, patch].map(part => Number(part ?? 0)).join('.');
  const meant = `${core}${rest ?? ''}`;
  return major && semver.valid(meant)
    ? `Write \`version: "${meant}"\`.`
    : 'Write for example `version: "1.0.0"`.';
}
