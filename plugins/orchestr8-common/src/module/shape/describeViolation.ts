import { ErrorObject } from 'ajv';
import { formatPath, Located, Path } from '../yaml/Located';
import { correction, TextSchema } from './correction';
import { homeOf } from './knownFields';
import { SchemaName } from './schemas';
import { suggest } from './suggest';
import { describeType, textOf, versionHint, wrongType } from './wrongType';

/** A violation in words, and which part of the file it is about. */
export interface Violation {
  code: string;
  path: Path;
  part: 'key' | 'value';
  message: string;
  hint?: string;
}

/** Turns a violation of a schema into a sentence for the author. */
export function describeViolation(
  error: ErrorObject,
  path: Path,
  context: { schema: SchemaName; source: Located },
): Violation {
  const parent = (error.parentSchema ?? {}) as Record<string, unknown>;
  const own = parent['x-problem'] as string | undefined;
  const name = formatPath(path) || 'The file';
  const field = path.length ? `\`${name}\`` : name;
  const written = show(error.data);
  const value = { path, part: 'value' as const };

  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(error, path, context.schema);
    case 'required': {
      const missing = String(error.params.missingProperty);
      return {
        code: 'O8102',
        path,
        part: 'key',
        message: `\`${formatPath([...path, missing])}\` is missing.`,
        hint: `Add \`${missing}\`${path.length ? ` to \`${name}\`` : ''}.`,
      };
    }
    case 'type':
    case 'anyOf':
      return { ...value, ...wrongType(error, path, context.source) };
    case 'const':
    case 'enum': {
      const allowed: string[] = error.params.allowedValues ?? [
        error.params.allowedValue,
      ];
      const meant = suggest(textOf(error.data), allowed);
      return {
        ...value,
        code: own ?? 'O8104',
        message: `${field} is ${written}; it can be ${either(allowed)}.`,
        hint: meant
          ? `Did you mean \`${meant}\`?`
          : `Write ${allowed.length > 1 ? 'one of these' : 'that'}.`,
      };
    }
    case 'pattern':
      return {
        ...value,
        code: own ?? 'O8105',
        message: `${field} is ${written}, which is not ${
          parent.patternErrorMessage ?? 'well formed'
        }.`,
        ...hintFor(textOf(error.data), own, parent),
      };
    case 'minimum':
    case 'maximum':
      return {
        ...value,
        code: 'O8106',
        message: `${field} is ${written}; it must be ${
          error.keyword === 'minimum' ? 'at least' : 'at most'
        } ${error.params.limit}.`,
        hint: rangeHint(parent),
      };
    case 'minLength':
    case 'minItems':
      return {
        ...value,
        code: 'O8105',
        message: `${field} is empty.`,
        hint: 'Give it a value, or leave the field out.',
      };
    case 'maxLength':
      return {
        ...value,
        code: own ?? 'O8105',
        message: `${field} is longer than ${error.params.limit} characters.`,
        hint: 'Shorten it.',
      };
    default:
      return {
        ...value,
        code: own ?? 'O8105',
        message: `${field} is ${written}, which the field does not allow (${
          error.keyword
        } ${JSON.stringify(error.params.limit ?? '')}).`,
        hint: 'Look the field up with `o8 module schema`.',
      };
  }
}

function unknownField(
  error: ErrorObject,
  path: Path,
  schema: SchemaName,
): Violation {
  const field = String(error.params.additionalProperty);
  const known = Object.keys(
    (error.parentSchema as { properties?: object }).properties ?? {},
  );
  const home = homeOf(schema, field);
  const here = formatPath(path);
  const meant = suggest(
    field,
    known.filter(name => !Object.hasOwn(error.data as object, name)),
  );
  let hint = 'Remove it, or look the field up with `o8 module schema`.';
  if (home !== undefined && home !== here) {
    hint = `\`${field}\` belongs ${
      home ? `under \`${home}\`` : 'at the top level'
    }.`;
  } else if (meant) {
    hint = `Did you mean \`${meant}\`?`;
  } else if (known.length <= 12) {
    hint = `Known fields here: ${known.join(', ')}.`;
  }
  return {
    code: 'O8101',
    path: [...path, field],
    part: 'key',
    message: `\`${clip(field)}\` is not a field of ${
      here ? `\`${here}\`` : 'this file'
    }.`,
    hint,
  };
}

/** The way to write a text that does not match its pattern. */
function hintFor(
  text: string,
  code: string | undefined,
  schema: TextSchema,
): { hint?: string } {
  const hint = code === 'O8111' ? versionHint(text) : correction(text, schema);
  return hint ? { hint } : {};
}

function rangeHint({
  minimum,
  maximum,
}: {
  minimum?: number;
  maximum?: number;
}) {
  return maximum === undefined
    ? `Write a number from ${minimum} on.`
    : `Write a number from ${minimum} to ${maximum}.`;
}

/** A value as it may be shown in a sentence. */
export function show(data: unknown): string {
  return typeof data === 'object'
    ? describeType(data)
    : `\`${clip(textOf(data))}\``;
}

const clip = (text: string) =>
  text.length > 80 ? `${text.slice(0, 77)}…` : text;

function either(words: string[]): string {
  const quoted = words.map(word => `\`${word}\``);
  return quoted.length === 1
    ? `only ${quoted[0]}`
    : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
