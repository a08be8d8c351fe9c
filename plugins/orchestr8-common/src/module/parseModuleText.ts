import { Module } from './Module';
import { MODULE_FILE } from './ModuleFiles';
import { normaliseSpec } from './normalise';
import { rememberSource } from './moduleSource';
import { Problem } from './Problem';
import { applyRules, goodPractice, MODULE_RULES, reservedName } from './rules';
import { shapeProblems } from './shape/shapeProblems';
import { hasErrors, sortProblems } from './sortProblems';
import { SparseModule, withDefaults } from './withDefaults';
import { isObject, Located } from './yaml/Located';
import { readYaml } from './yaml/readYaml';

/** What the portal asks of modules beside the language. @public */
export interface ParseOptions {
  /** Names that no module may have, as `readReservedNames` gives them. */
  reserved?: readonly string[];
}

/** `module` is absent exactly when one of the problems is an error. @public */
export interface ParsedModuleText {
  module?: Module;
  problems: Problem[];
}

/**
 * Reads the text of one `o8-module.yaml`.
 *
 * Never throws, whatever the text is; lists all problems, sorted by place.
 *
 * @param file - how problems name the file
 * @public
 */
export function parseModuleText(
  text: string,
  file: string = MODULE_FILE,
  options: ParseOptions = {},
): ParsedModuleText {
  const { source, problems } = readYaml(text, file);
  if (!source) return { problems: sortProblems(problems) };
  if (!isObject(source.value)) {
    return {
      problems: [
        {
          code: 'O8011',
          severity: 'error',
          ...source.locate([]),
          message: 'The file is not an object of fields and values.',
          hint: 'Start with `apiVersion: orchestr8.io/v1`.',
        },
      ],
    };
  }

  const normalised = normaliseModule(source.value);
  const located: Located = {
    value: normalised,
    locate: (path, part) => source.locate(path, part),
    locateInside: (path, index) => source.locateInside(path, index),
  };
  const all = sortProblems([
    ...problems,
    ...shapeProblems(source, 'module'),
    ...applyRules(
      [reservedName(options.reserved), ...MODULE_RULES, goodPractice],
      located,
    ),
  ]);
  if (hasErrors(all)) return { problems: all };

  const module = withDefaults(normalised as unknown as SparseModule);
  rememberSource(module, located, source.value);
  return { module, problems: all };
}

function normaliseModule(
  value: Record<string, unknown>,
): Record<string, unknown> {
  return isObject(value.spec)
    ? { ...value, spec: normaliseSpec(value.spec) }
    : value;
}
