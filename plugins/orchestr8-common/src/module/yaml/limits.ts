/** Bytes of one YAML file. */
export const MAX_YAML_BYTES = 256 * 1024;
/** Levels of objects and lists inside one another. */
export const MAX_DEPTH = 32;
/** Nodes that aliases may add to a document. */
export const MAX_ALIASED_NODES = 10_000;
/** Anchors and aliases of a document. */
export const MAX_ANCHORS = 1_000;
/** Problems that are listed for one file. */
export const MAX_PROBLEMS = 200;
/** Words, signs and spaces of a text; a file of the largest size that people write has half as many. */
export const MAX_LEXEMES = 150_000;
