/** Bytes of one YAML file. */
export const MAX_YAML_BYTES = 256 * 1024;
/** Levels of objects and lists inside one another. */
export const MAX_DEPTH = 32;
/** Nodes that aliases may add to a document. */
export const MAX_ALIASED_NODES = 10_000;
/** Problems that are listed for one file. */
export const MAX_PROBLEMS = 200;
