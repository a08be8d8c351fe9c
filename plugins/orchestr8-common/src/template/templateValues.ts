import { MODULE_FILE, Problem } from '../module';
import { suggest } from '../module/shape/suggest';
import { checkVariable } from './checkVariable';
import { ModuleTemplate, TemplateInput } from './ModuleTemplate';

/** What a template's text is filled in with, and what is wrong with the input. */
export function templateValues(
  template: ModuleTemplate,
  input: TemplateInput,
): { values: Record<string, unknown>; problems: Problem[] } {
  const { variables } = template.spec;
  const problems: Problem[] = [];
  const report = (code: string, message: string, hint?: string) =>
    problems.push({
      code,
      severity: 'error',
      file: MODULE_FILE,
      line: 1,
      column: 1,
      message,
      ...(hint ? { hint } : {}),
    });

  const values: Record<string, unknown> = {
    name: input.name,
    team: input.team,
    owner: input.owner,
    description: input.description ?? `The ${input.name} module`,
  };
  const names = variables.map(variable => variable.name);
  for (const name of Object.keys(input.variables)) {
    if (!names.includes(name)) {
      const near = suggest(name, names);
      report(
        'O8506',
        `The template "${template.metadata.name}" has no variable "${name}".`,
        near ? `Did you mean \`${near}\`?` : undefined,
      );
    }
  }
  for (const variable of variables) {
    const given = input.variables[variable.name] ?? variable.default;
    if (given === undefined || given === '') {
      if (variable.required) {
        report(
          'O8504',
          `The variable "${variable.name}" needs a value.`,
          `Give it with \`--set ${variable.name}=…\` or in the wizard.`,
        );
      }
      values[variable.name] = emptyOf(variable.type);
      continue;
    }
    const message = checkVariable(variable, given);
    if (message) {
      report(
        'O8505',
        `The variable "${variable.name}" does not fit: ${message}`,
      );
    }
    values[variable.name] = given;
  }
  return { values, problems };
}

function emptyOf(type: string): unknown {
  if (type === 'boolean') return false;
  return type === 'integer' || type === 'number' ? 0 : '';
}
