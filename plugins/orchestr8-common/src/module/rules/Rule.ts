import { MODULE_FILE } from '../ModuleFiles';
import { Problem } from '../Problem';
import { Located, Path, Position } from '../yaml/Located';

/** What a rule has to say about the part at `path`. */
export interface Finding extends Pick<Problem, 'code' | 'message' | 'hint'> {
  path: Path;
  part?: 'key' | 'value';
  severity?: Problem['severity'];
  /** Character of the text at `path` that is meant. */
  index?: number;
  /** Another part that it takes two to make the problem. */
  against?: Path;
}

/**
 * A rule that a schema cannot say. It is given the specification after short
 * forms were made long (see `normaliseSpec`), of whatever shape it is, and
 * looks away from what is not there or of the wrong type.
 */
export type Rule = (module: unknown) => Finding[];

/** The findings of all rules as problems, each where its part stands. */
export function applyRules(rules: readonly Rule[], source: Located): Problem[] {
  return rules.flatMap(rule =>
    rule(source.value).map(finding => ({
      code: finding.code,
      severity: finding.severity ?? ('error' as const),
      ...placeOf(finding, source),
      message: finding.message,
      ...(finding.hint ? { hint: finding.hint } : {}),
    })),
  );
}

function placeOf(finding: Finding, source: Located): Position {
  const { path, part, index, against } = finding;
  if (index !== undefined && source.locateInside) {
    return source.locateInside(path, index);
  }
  const place = source.locate(path, part);
  if (!against || place.file !== MODULE_FILE) return place;
  // The module was right until an overlay changed the other part: that is where to look.
  const other = source.locate(against, part);
  return other.file === MODULE_FILE ? place : other;
}
