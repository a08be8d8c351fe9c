import {
  Manifest,
  Module,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** What good practice has to say about one object that would be applied. */
export interface LintFinding {
  /** One of `RENDERED_CODES` of the common package. */
  code: string;
  object: ObjectRef;
  /** A chart template or a file of `config/`. */
  source: string;
  /** Path inside the object, when one field is meant. */
  path?: string;
  message: string;
  hint: string;
}

/** What the rules know besides the objects. */
export interface LintContext {
  module: Module;
  /** The environment is the last of the path: its users are there. */
  last: boolean;
}

/** One rule over everything that the module's authors wrote. Pure. */
export type LintRule = (
  manifests: readonly Manifest[],
  context: LintContext,
) => LintFinding[];

/** A finding about an object, as a rule says it. */
export function findingAbout(
  { object, source }: Manifest,
  finding: Omit<LintFinding, 'object' | 'source'>,
): LintFinding {
  return { object: objectRef(object), source, ...finding };
}
