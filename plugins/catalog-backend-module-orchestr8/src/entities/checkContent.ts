import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  MODULE_FILE,
  ModuleTemplate,
  ParseOptions,
  parseModuleTemplate,
  parseModuleText,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/**
 * Checks an entity that did not come through a file that this plugin read, such
 * as one of another provider. Its places in the file are lost, so the problems
 * are named without.
 *
 * @throws InputError with all errors
 */
export function checkModule(entity: Entity, options: ParseOptions = {}): void {
  const text = textOf(entity);
  refuse(entity, parseModuleText(text, MODULE_FILE, options).problems);
}

/** {@link checkModule} for templates; returns the template with its defaults. */
export function checkTemplate(entity: Entity): ModuleTemplate {
  const { template, problems } = parseModuleTemplate(textOf(entity));
  refuse(entity, problems);
  return template!;
}

/** JSON is YAML: one line, whose columns nobody is shown. */
function textOf({ apiVersion, kind, metadata, spec }: Entity): string {
  const { uid, etag, ...written } = metadata;
  return JSON.stringify({ apiVersion, kind, metadata: written, spec });
}

function refuse(entity: Entity, problems: readonly Problem[]) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const messages = errors.map(
    ({ code, message, hint }) => `${code} ${message}${hint ? ` ${hint}` : ''}`,
  );
  throw new InputError(
    `${entity.kind} "${entity.metadata.name}": ${messages.join('\n')}`,
  );
}
