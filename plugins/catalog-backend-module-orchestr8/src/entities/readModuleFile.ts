import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  decodeText,
  MODULE_FILE,
  parseModuleTemplate,
  parseModuleText,
  Problem,
  readContent,
  writtenOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { withPlaces } from './carriedProblems';
import {
  Envelope,
  entityOf,
  Identity,
  placeholderEntity,
  readEnvelope,
} from './moduleEntity';
import { placesOf } from './places';

/** What an `o8-module.yaml` comes to. */
export type ModuleFile =
  | { state: 'sound'; entity: Entity; problems: Problem[] }
  /** `placeholder` is absent when nothing gives it a usable name. */
  | { state: 'broken'; placeholder?: Entity; problems: Problem[] };

/**
 * Reads an `o8-module.yaml`, of a module or of a template. Never throws.
 *
 * @param content - text, or bytes that may not even be UTF-8
 * @param target - path or URL of the file
 * @param options - `before`: what the file said of itself when it was last sound; `reserved`: names that no module may have
 */
export function readModuleFile(
  content: string | Uint8Array,
  target: string,
  { before, reserved }: { before?: Identity; reserved?: readonly string[] },
): ModuleFile {
  const decoded =
    typeof content === 'string'
      ? { text: content }
      : decodeText(content, MODULE_FILE);
  if ('problem' in decoded) {
    return broken([decoded.problem], {}, { target, before });
  }
  const { text } = decoded;
  const sound = /^kind:\s*["']?ModuleTemplate\b/m.test(text)
    ? readTemplate(text)
    : readModule(text, reserved);
  if (sound.entity) {
    return { state: 'sound', entity: sound.entity, problems: sound.problems };
  }
  return broken(sound.problems, readEnvelope(text), { target, before });
}

function readModule(
  text: string,
  reserved?: readonly string[],
): { entity?: Entity; problems: Problem[] } {
  const { module, problems } = parseModuleText(text, MODULE_FILE, { reserved });
  const written = module && writtenOf(module);
  if (!module || !written) return { problems };
  const entity = entityOf(written as JsonObject);
  return { entity: withPlaces(entity, placesOf(module)), problems };
}

function readTemplate(text: string): { entity?: Entity; problems: Problem[] } {
  const { template, problems } = parseModuleTemplate(text);
  return template
    ? { entity: entityOf(readContent(text) as JsonObject), problems }
    : { problems };
}

function broken(
  problems: Problem[],
  envelope: Envelope,
  { target, before }: { target: string; before?: Identity },
): ModuleFile {
  const placeholder = placeholderEntity(envelope, {
    directory: directoryOf(target),
    before,
  });
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
