import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { parseDocument } from 'yaml';
import { INVALID_ANNOTATION } from './annotations';

const ENTITY_NAME = /^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$/;

/** What a text says about itself before anything is checked. */
export interface Envelope {
  kind?: string;
  /** Only when it can be the name of an entity. */
  name?: string;
  content?: JsonObject;
}

/** Reads as much of a text as can be read; never throws. */
export function readEnvelope(text: string): Envelope {
  try {
    // Anchors are resolved by the parser with its own limits; a hostile text
    // must not get further here than there.
    const content = parseDocument(text, { uniqueKeys: false }).toJS({
      maxAliasCount: 50,
    });
    if (content === null || typeof content !== 'object') return {};
    const { kind, metadata } = content;
    const name = metadata?.name;
    return {
      content,
      ...(typeof kind === 'string' ? { kind } : {}),
      ...(typeof name === 'string' && ENTITY_NAME.test(name) ? { name } : {}),
    };
  } catch {
    return {};
  }
}

/** The entity of a sound file: what its author wrote, and nothing else. */
export function entityOf(content: JsonObject): Entity {
  const { apiVersion, kind, metadata, spec } = content as unknown as Entity;
  return { apiVersion, kind, metadata, spec };
}

/**
 * Stands in the catalog for a file that was never sound, so that its problems
 * have a page. Of the specification it keeps only who owns it.
 *
 * @param directory - name of the file's directory, for a file without a usable name
 * @returns undefined when neither name can be that of an entity
 */
export function placeholderEntity(
  { kind, name = '', content }: Envelope,
  directory: string,
): Entity | undefined {
  const usable = [name, directory].find(text => ENTITY_NAME.test(text));
  if (!usable) return undefined;
  const spec = content?.spec as JsonObject | undefined;
  const keep = Object.fromEntries(
    ['team', 'owner'].flatMap(key =>
      typeof spec?.[key] === 'string' ? [[key, spec[key]]] : [],
    ),
  );
  return {
    apiVersion: 'orchestr8.io/v1',
    kind: kind === 'ModuleTemplate' ? kind : 'Module',
    metadata: {
      name: usable,
      description: 'The o8-module.yaml has errors.',
      annotations: { [INVALID_ANNOTATION]: 'true' },
    },
    spec: keep,
  };
}
