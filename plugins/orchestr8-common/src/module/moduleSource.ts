import { Module } from './Module';
import { Located, Position } from './yaml/Located';

/**
 * Where the parts of a module were written, and the plain value as it was
 * written. Kept beside the module, not in it: a module is plain data that is
 * stored and sent. A copy has no source.
 */
const sources = new WeakMap<Module, { located: Located; written: object }>();

export function rememberSource(
  module: Module,
  located: Located,
  written: object,
) {
  sources.set(module, { located, written });
}

/** The source of a module as it came from the parser, else undefined. */
export function sourceOf(module: Module): Located | undefined {
  return sources.get(module)?.located;
}

/**
 * What the author wrote, as plain data, before short forms became long ones and
 * defaults were added; undefined for a module that did not come from the parser.
 *
 * @public
 */
export function writtenOf(module: Module): object | undefined {
  return sources.get(module)?.written;
}

/**
 * Where a part of the specification stands, such as `['spec', 'owner']`; a part
 * that was not written stands where the nearest one around it does. Undefined
 * for a module that did not come from the parser.
 *
 * @public
 */
export function placeOf(
  module: Module,
  path: readonly (string | number)[],
): Position | undefined {
  return sourceOf(module)?.locate(path);
}
