/**
 * The content of one module: path inside the module (`/` separated, no leading
 * slash) to bytes. The map is ordered by path.
 *
 * @public
 */
export type ModuleFiles = ReadonlyMap<string, Uint8Array>;

/** {@link ModuleFiles} as it crosses HTTP: path to base64. @public */
export type EncodedModuleFiles = Record<string, string>;

/** Name of the file that makes a directory a module. @public */
export const MODULE_FILE = 'o8-module.yaml';
