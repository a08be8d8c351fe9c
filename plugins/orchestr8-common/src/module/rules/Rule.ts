import { Problem } from '../Problem';
import { Located, Path } from '../yaml/Located';

/** What a rule has to say about the part at `path`. */
export interface Finding extends Pick<Problem, 'code' | 'message' | 'hint'> {
  path: Path;
  part?: 'key' | 'value';
  severity?: Problem['severity'];
  /** Character of the text at `path` that is meant. */
  index?: number;
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
    rule(source.value).map(({ path, part, index, ...finding }) => ({
      code: finding.code,
      severity: finding.severity ?? ('error' as const),
      ...(index !== undefined && source.locateInside
        ? source.locateInside(path, index)
        : source.locate(path, part)),
      message: finding.message,
      ...(finding.hint ? { hint: finding.hint } : {}),
    })),
  );
}
