import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  readContent,
  SCHEMAS,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { INVALID_ANNOTATION, OWN_PREFIX } from './annotations';

const ENTITY_NAME = /^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$/;

const { team, owner } = (
  SCHEMAS.module.definitions as {
    spec: { properties: Record<'team' | 'owner', { pattern: string }> };
  }
).spec.properties;

const PATTERNS = {
  team: new RegExp(team.pattern),
  owner: new RegExp(owner.pattern),
};

/** Which entity a file stands for. */
export type Identity = { kind: string; name: string };

/** What a broken text says about itself. */
export interface Envelope extends Partial<Identity> {
  content?: JsonObject;
}

/** Reads as much of a broken text as can be read; never throws. */
export function readEnvelope(text: string): Envelope {
  const content = readContent(text) as JsonObject | null | undefined;
  if (typeof content !== 'object' || content === null) return {};
  const { kind, metadata } = content;
  const name = (metadata as JsonObject | null | undefined)?.name;
  return {
    content,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
}

/**
 * The entity of a sound file: what its author wrote, and nothing else. What is
 * not the author's to write (relations, status, annotations of this plugin) is
 * left out.
 */
export function entityOf(content: JsonObject): Entity {
  const { apiVersion, kind, metadata, spec } = content as unknown as Entity;
  if (!metadata.annotations) return { apiVersion, kind, metadata, spec };
  const annotations = Object.fromEntries(
    Object.entries(metadata.annotations).filter(
      ([key]) => !key.startsWith(OWN_PREFIX),
    ),
  );
  return { apiVersion, kind, metadata: { ...metadata, annotations }, spec };
}

/**
 * Stands in the catalog for a broken file, so that its problems have a page. Of
 * the specification it keeps only who owns it.
 *
 * @returns undefined when nothing gives it a usable name: neither what the file
 *   was before, nor its text, nor its directory
 */
export function placeholderEntity(
  { kind, name = '', content }: Envelope,
  { directory, before }: { directory: string; before?: Identity },
): Entity | undefined {
  const usable = [before?.name ?? '', name, directory].find(text =>
    ENTITY_NAME.test(text),
  );
  if (!usable) return undefined;
  const spec = content?.spec as JsonObject | null | undefined;
  const keep = Object.fromEntries(
    (['team', 'owner'] as const).flatMap(key => {
      const text = spec?.[key];
      return typeof text === 'string' && PATTERNS[key].test(text)
        ? [[key, text]]
        : [];
    }),
  );
  return {
    apiVersion: 'orchestr8.io/v1',
    kind:
      (before?.kind ?? kind) === 'ModuleTemplate' ? 'ModuleTemplate' : 'Module',
    metadata: {
      name: usable,
      description: 'The o8-module.yaml has errors.',
      annotations: { [INVALID_ANNOTATION]: 'true' },
    },
    spec: keep,
  };
}
