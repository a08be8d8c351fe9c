import { code } from './ProblemCode';

/** Module templates and what is filled into them. */
export const TEMPLATE_CODES = {
  O8501: code(
    'Variable not usable',
    'A variable of the template has a name that is taken, or a default that does not fit its own rules.',
    'Rename the variable or correct its default.',
  ),
  O8502: code(
    'Path leaves the template',
    'A `source` or `target` is absolute or leads out of its directory.',
    'Use a path below the template, or below the new module.',
  ),
  O8503: code(
    'Source not found',
    'The template names a file or folder that it does not contain.',
    'Correct `source`, or add the file. A folder ends with `/`.',
  ),
  O8504: code(
    'Value missing',
    'A variable that the template requires was not given.',
    'Give the value, with `--set name=value` or in the wizard.',
  ),
  O8505: code(
    'Value does not fit',
    'The value of a variable does not fit its type, pattern or allowed values.',
    'Give a value of the form that the message names.',
  ),
  O8506: code(
    'Unknown variable',
    'A value was given for a variable that the template does not have.',
    'Leave it out, or correct the name.',
  ),
  O8507: code(
    'Text cannot be filled in',
    'The template engine could not read or fill in a file of the template.',
    'Look at the marked place; `${{ }}` holds expressions, `{% %}` statements.',
  ),
  O8508: code(
    'Two files for one path',
    'Two entries of `files` write the same path of the new module.',
    'Remove one of them, or give them conditions (`when`) that exclude each other.',
  ),
  O8509: code(
    'Pattern not usable',
    'The `pattern` of a variable is no regular expression that is matched in linear time (RE2).',
    'Write it without look-around and back references.',
  ),
};
