import { Entity } from '@backstage/catalog-model';
import {
  parseModuleTemplate,
  parseModuleText,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { entityOf, placeholderEntity, readEnvelope } from './moduleEntity';

/** What an `o8-module.yaml` comes to. */
export type ModuleFile =
  | { state: 'sound'; entity: Entity; problems: Problem[] }
  /** `placeholder` is absent when nothing gives it a usable name. */
  | { state: 'broken'; placeholder?: Entity; problems: Problem[] };

/**
 * Reads the text of an `o8-module.yaml`, of a module or of a template. Never throws.
 *
 * @param target - path or URL of the file
 */
export function readModuleFile(text: string, target: string): ModuleFile {
  const envelope = readEnvelope(text);
  const isTemplate = envelope.kind === 'ModuleTemplate';
  const { problems } = isTemplate
    ? parseModuleTemplate(text)
    : parseModuleText(text);
  const broken = problems.some(({ severity }) => severity === 'error');
  if (!broken && envelope.content) {
    return { state: 'sound', entity: entityOf(envelope.content), problems };
  }
  const placeholder = placeholderEntity(envelope, directoryOf(target));
  return {
    state: 'broken',
    problems,
    ...(placeholder ? { placeholder } : {}),
  };
}

/** Name of the directory that a path or URL ends in before the file. */
function directoryOf(target: string): string {
  return /([^/\\]+)[/\\][^/\\]*$/.exec(target)?.[1] ?? '';
}
