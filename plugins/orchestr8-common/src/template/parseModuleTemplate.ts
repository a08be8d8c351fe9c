import { MODULE_FILE, Problem } from '../module';
import { Language } from '../module/Language.generated';
import { shapeProblems } from '../module/shape/shapeProblems';
import { hasErrors, sortProblems } from '../module/sortProblems';
import { Located } from '../module/yaml/Located';
import { readYaml } from '../module/yaml/readYaml';
import { checkVariable } from './checkVariable';
import { BUILT_IN_VARIABLES, ModuleTemplate } from './ModuleTemplate';
import { templatePathProblem } from './templatePathProblem';
import { patternProblem } from './textPattern';

/** `template` is absent exactly when one of the problems is an error. @public */
export interface ParsedModuleTemplate {
  template?: ModuleTemplate;
  problems: Problem[];
}

/**
 * Reads the `o8-module.yaml` of a template. Never throws; lists all problems,
 * sorted by place.
 *
 * @param file - how problems name the file
 * @public
 */
export function parseModuleTemplate(
  text: string,
  file: string = MODULE_FILE,
): ParsedModuleTemplate {
  const { source, problems } = readYaml(text, file);
  if (!source) return { problems: sortProblems(problems) };
  const shape = [...problems, ...shapeProblems(source, 'template')];
  if (hasErrors(shape)) return { problems: sortProblems(shape) };

  const template = withDefaults(source.value as Language['template']);
  const all = sortProblems([...shape, ...ruleProblems(template, source)]);
  return hasErrors(all) ? { problems: all } : { template, problems: all };
}

function withDefaults({
  apiVersion,
  kind,
  metadata,
  spec,
}: Language['template']): ModuleTemplate {
  return {
    apiVersion,
    kind,
    metadata,
    spec: {
      ...spec,
      variables: (spec.variables ?? []).map(variable => ({
        ...variable,
        type: variable.type ?? 'string',
        required: variable.required ?? false,
        secret: variable.secret ?? false,
      })),
    },
  };
}

function ruleProblems(template: ModuleTemplate, source: Located): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set(BUILT_IN_VARIABLES);
  template.spec.variables.forEach((variable, index) => {
    const path = ['spec', 'variables', index];
    if (seen.has(variable.name)) {
      problems.push({
        code: 'O8501',
        severity: 'error',
        ...source.locate([...path, 'name']),
        message: `The name \`${variable.name}\` is taken.`,
        hint: `Every template has ${BUILT_IN_VARIABLES.join(
          ', ',
        )}; each further name may stand once.`,
      });
    }
    seen.add(variable.name);
    const unreadable = variable.pattern && patternProblem(variable.pattern);
    if (unreadable) {
      problems.push({
        code: 'O8509',
        severity: 'error',
        ...source.locate([...path, 'pattern']),
        message: `The pattern of \`${variable.name}\` cannot be used: ${unreadable}.`,
        hint: 'Write a regular expression of RE2, such as `[a-z]+(-[a-z]+)*`; it has no look-around and no back references.',
      });
    } else if (variable.type === 'enum' && !variable.values) {
      problems.push({
        code: 'O8501',
        severity: 'error',
        ...source.locate([...path, 'type']),
        message: `The variable \`${variable.name}\` is an enum without \`values\`.`,
        hint: 'List what it can be under `values`.',
      });
    } else if (variable.default !== undefined) {
      const message = checkVariable(variable, variable.default);
      if (message) {
        problems.push({
          code: 'O8501',
          severity: 'error',
          ...source.locate([...path, 'default']),
          message: `The default does not fit: ${message}`,
          hint: 'Correct the default, or the type, pattern or values beside it.',
        });
      }
    }
  });
  template.spec.files.forEach((file, index) => {
    for (const key of ['source', 'target'] as const) {
      const reason = templatePathProblem(file[key]);
      if (reason) {
        problems.push({
          code: 'O8502',
          severity: 'error',
          ...source.locate(['spec', 'files', index, key]),
          message: `The path \`${file[key]}\` cannot be used: ${reason}.`,
          hint: 'Use a path below the template, or below the new module.',
        });
      }
    }
  });
  return problems;
}
