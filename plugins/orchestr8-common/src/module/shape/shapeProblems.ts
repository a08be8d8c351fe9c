import { ErrorObject } from 'ajv';
import { Problem } from '../Problem';
import { MAX_PROBLEMS } from '../yaml/limits';
import { at, fromPointer, Located, Path } from '../yaml/Located';
import { schemaErrors, SchemaName } from './schemas';
import { describeViolation } from './describeViolation';

/** What of a value does not have the shape that its schema asks for. */
export function shapeProblems(source: Located, schema: SchemaName): Problem[] {
  const found = schemaErrors(schema, source.value);
  if (found.length === 0) return [];
  const errors = withoutEchoes(withoutOtherBranches(found));
  const problems: Problem[] = [];
  for (const error of errors.slice(0, MAX_PROBLEMS)) {
    const path = pathOf(error.instancePath, source.value);
    const described = describeViolation(error, path, { schema, source });
    problems.push({
      code: described.code,
      severity: 'error',
      ...source.locate(described.path, described.part),
      message: described.message,
      ...(described.hint ? { hint: described.hint } : {}),
    });
  }
  return problems;
}

/**
 * A value of several allowed types breaks the rules of every branch. Of those
 * only what the branch of its own type says matters; the union itself is
 * reported when no branch has that type.
 */
function withoutOtherBranches(errors: ErrorObject[]): ErrorObject[] {
  const unions = new Set(
    errors.filter(isUnion).map(union => union.instancePath),
  );
  if (unions.size === 0) return errors;
  const own = errors.filter(
    error =>
      !isUnion(error) &&
      !(error.keyword === 'type' && unions.has(error.instancePath)),
  );
  const unexplained = errors.filter(
    error =>
      isUnion(error) &&
      !own.some(({ instancePath }) =>
        `${instancePath}/`.startsWith(`${error.instancePath}/`),
      ),
  );
  return [...own, ...unexplained];
}

/** Of a value of the wrong type nothing more needs to be said. */
function withoutEchoes(errors: ErrorObject[]): ErrorObject[] {
  const wrong = new Set(
    errors
      .filter(({ keyword }) => keyword === 'type' || keyword === 'anyOf')
      .map(({ instancePath }) => instancePath),
  );
  return errors.filter(
    error =>
      !wrong.has(error.instancePath) ||
      error.keyword === 'type' ||
      isUnion(error),
  );
}

const isUnion = (error: ErrorObject) => error.keyword === 'anyOf';

/** Pointers do not tell indices from keys; the value does. */
function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = [];
  for (const key of fromPointer(pointer)) {
    path.push(Array.isArray(at(value, path)) ? Number(key) : key);
  }
  return path;
}
