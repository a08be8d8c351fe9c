import { TemplateVariable } from './ModuleTemplate';
import { matchesPattern } from './textPattern';

/** Why a value does not fit a variable, whose pattern can be used, as a sentence, or undefined when it does. */
export function checkVariable(
  variable: TemplateVariable,
  value: unknown,
): string | undefined {
  const shown = variable.secret ? 'The value' : JSON.stringify(value);
  switch (variable.type) {
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : `${shown} is neither true nor false.`;
    case 'integer':
      return Number.isSafeInteger(value)
        ? undefined
        : `${shown} is not a whole number.`;
    case 'number':
      return Number.isFinite(value) ? undefined : `${shown} is not a number.`;
    case 'enum':
      return variable.values?.includes(value as string)
        ? undefined
        : `${shown} is none of ${variable.values?.join(', ')}.`;
    case 'string':
      return checkText(variable, value, shown);
    default: {
      const unknown: never = variable.type;
      throw new Error(`Unknown type of variable: ${unknown}`);
    }
  }
}

function checkText(
  { pattern }: TemplateVariable,
  value: unknown,
  shown: string,
): string | undefined {
  if (typeof value !== 'string') return `${shown} is not a text.`;
  return !pattern || matchesPattern(pattern, value)
    ? undefined
    : `${shown} does not match the pattern ${pattern}.`;
}

/** What `--set name=value` means for a variable: text is read as the variable's type where it can be. @public */
export function readVariable(
  variable: { type: string },
  text: string,
): unknown {
  if (variable.type === 'boolean') {
    if (text === 'true') return true;
    if (text === 'false') return false;
  }
  if (variable.type === 'integer' || variable.type === 'number') {
    return text.trim() === '' ? text : Number(text);
  }
  return text;
}
