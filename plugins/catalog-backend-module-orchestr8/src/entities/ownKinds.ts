import { Entity } from '@backstage/catalog-model';
import { INVALID_ANNOTATION } from './annotations';

/** An entity of kind Module, of this language and not of another one. */
export function isModule({ apiVersion, kind }: Entity): boolean {
  return kind === 'Module' && apiVersion.startsWith('orchestr8.io/');
}

/** An entity of kind ModuleTemplate of this language. */
export function isModuleTemplate({ apiVersion, kind }: Entity): boolean {
  return kind === 'ModuleTemplate' && apiVersion.startsWith('orchestr8.io/');
}

/** A placeholder for a file that was never sound. */
export function isInvalid(entity: Entity): boolean {
  return entity.metadata.annotations?.[INVALID_ANNOTATION] === 'true';
}
