import { createTemplateRenderer, TemplateRenderer } from 'nunjitsu';
import { MODULE_FILE, ModuleFiles, Problem } from '../module';
import { hasErrors, sortProblems } from '../module/sortProblems';
import { minimalSpecification } from './minimalSpecification';
import { ModuleTemplate, TemplateFile, TemplateInput } from './ModuleTemplate';
import { parseModuleTemplate } from './parseModuleTemplate';
import { templateValues } from './templateValues';

/** `files` is absent exactly when one of the problems is an error. @public */
export interface RenderedTemplate {
  files?: ModuleFiles;
  problems: Problem[];
}

/**
 * Fills in a template: the one function behind the wizard, `o8 module init` and
 * the API, so that all three write the same bytes. Files that are not UTF-8 text
 * are copied as they are. A template that brings no `o8-module.yaml` gets a minimal
 * one. Never throws.
 *
 * @param template - the files of the template, its own `o8-module.yaml` among them
 * @public
 */
export function renderTemplate(
  template: ModuleFiles,
  input: TemplateInput,
): RenderedTemplate {
  const specification = template.get(MODULE_FILE);
  if (!specification) {
    return {
      problems: [
        at(MODULE_FILE, 'O8503', `The template has no ${MODULE_FILE}.`),
      ],
    };
  }
  const parsed = parseModuleTemplate(new TextDecoder().decode(specification));
  if (!parsed.template) return { problems: parsed.problems };

  const { values, problems } = templateValues(parsed.template, input);
  if (problems.length > 0) return { problems };

  const result = fill(parsed.template, template, values);
  if (!result.files.has(MODULE_FILE)) {
    result.files.set(
      MODULE_FILE,
      minimalSpecification(input, String(values.description)),
    );
  }
  const all = sortProblems([...parsed.problems, ...result.problems]);
  return hasErrors(all)
    ? { problems: all }
    : { files: new Map([...result.files].sort(byPath)), problems: all };
}

function fill(
  { spec }: ModuleTemplate,
  template: ModuleFiles,
  values: Record<string, unknown>,
): { files: Map<string, Uint8Array>; problems: Problem[] } {
  const renderer = createTemplateRenderer({
    trimBlocks: true,
    lstripBlocks: true,
  });
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const entry of spec.files) {
    const wanted = condition(renderer, entry, values);
    if (wanted.problem) problems.push(wanted.problem);
    if (!wanted.value) continue;
    const found = expand(entry, template);
    if (found.length === 0) {
      problems.push(
        at(
          MODULE_FILE,
          'O8503',
          `The template has no ${
            entry.source.endsWith('/') ? 'files in' : 'file'
          } \`${entry.source}\`.`,
        ),
      );
    }
    for (const { source, target } of found) {
      if (files.has(target)) {
        problems.push(
          at(MODULE_FILE, 'O8508', `Two entries write \`${target}\`.`),
        );
        continue;
      }
      const filled = fillFile(renderer, template.get(source)!, {
        file: source,
        values,
      });
      if (filled.problem) problems.push(filled.problem);
      if (filled.bytes) files.set(target, filled.bytes);
    }
  }
  return { files, problems };
}

function condition(
  renderer: TemplateRenderer,
  { when, source }: TemplateFile,
  values: Record<string, unknown>,
): { value: boolean; problem?: Problem } {
  if (!when) return { value: true };
  try {
    const expression = when.replace(/^\$\{\{\s*|\s*\}\}$/g, '');
    const text = renderer.render(
      `{% if ${expression} %}yes{% endif %}`,
      values as never,
    );
    return { value: text === 'yes' };
  } catch (error) {
    return {
      value: false,
      problem: at(
        MODULE_FILE,
        'O8507',
        `The condition \`${when}\` of \`${source}\` cannot be read: ${messageOf(
          error,
        )}`,
      ),
    };
  }
}

/** The files that an entry means, in order of path. */
function expand(
  { source, target }: TemplateFile,
  template: ModuleFiles,
): { source: string; target: string }[] {
  if (!source.endsWith('/')) {
    if (!template.has(source)) return [];
    const name = source.slice(source.lastIndexOf('/') + 1);
    return [{ source, target: target.endsWith('/') ? target + name : target }];
  }
  const folder = target === './' ? '' : target.replace(/\/?$/, '/');
  return [...template.keys()]
    .filter(path => path.startsWith(source))
    .sort()
    .map(path => ({
      source: path,
      target: folder + path.slice(source.length),
    }));
}

function fillFile(
  renderer: TemplateRenderer,
  bytes: Uint8Array,
  { file, values }: { file: string; values: Record<string, unknown> },
): { bytes?: Uint8Array; problem?: Problem } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { bytes };
  }
  try {
    const filled = renderer.render(text, values as never);
    return { bytes: new TextEncoder().encode(filled) };
  } catch (error) {
    const { line, column } = positionOf(error);
    return {
      problem: {
        ...at(
          file,
          'O8507',
          `The text cannot be filled in: ${messageOf(error)}`,
        ),
        line,
        column,
      },
    };
  }
}

function at(file: string, code: string, message: string): Problem {
  return { code, severity: 'error', file, line: 1, column: 1, message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Place of a template engine's error, where it carries one. */
function positionOf(error: unknown): { line: number; column: number } {
  const found = error as { line?: unknown; column?: unknown };
  return {
    line: typeof found?.line === 'number' ? found.line : 1,
    column: typeof found?.column === 'number' ? found.column : 1,
  };
}

const byPath = ([a]: [string, unknown], [b]: [string, unknown]) =>
  a < b ? -1 : 1;
