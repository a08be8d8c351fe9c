import { Entity } from '@backstage/catalog-model';
import {
  parseModuleTemplate,
  parseModuleText,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { brokenModule, entityOf, readEnvelope } from './moduleEntity';

/** What an `o8-module.yaml` comes to. */
export type ModuleFile =
  | { state: 'sound'; entity: Entity; problems: Problem[] }
  /** `placeholder` is absent when not even a name could be read. */
  | { state: 'broken'; placeholder?: Entity; problems: Problem[] };

/** Reads the text of an `o8-module.yaml`, of a module or of a template. Never throws. */
export function readModuleFile(text: string): ModuleFile {
  const envelope = readEnvelope(text);
  const isTemplate = envelope.kind === 'ModuleTemplate';
  const { problems } = isTemplate
    ? parseModuleTemplate(text)
    : parseModuleText(text);
  const broken = problems.some(({ severity }) => severity === 'error');
  if (!broken && envelope.content) {
    return { state: 'sound', entity: entityOf(envelope.content), problems };
  }
  const placeholder = isTemplate ? undefined : brokenModule(envelope);
  return {
    state: 'broken',
    problems,
    ...(placeholder ? { placeholder } : {}),
  };
}
