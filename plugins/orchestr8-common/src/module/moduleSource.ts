import { Module } from './Module';
import { Located } from './yaml/Located';

/**
 * Where the parts of a module were written. Kept beside the module, not in it:
 * a module is plain data that is stored and sent. A copy has no source.
 */
const sources = new WeakMap<Module, Located>();

export function rememberSource(module: Module, source: Located) {
  sources.set(module, source);
}

/** The source of a module as it came from the parser, else undefined. */
export function sourceOf(module: Module): Located | undefined {
  return sources.get(module);
}
