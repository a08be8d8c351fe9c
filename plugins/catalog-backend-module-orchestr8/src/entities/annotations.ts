/** Start of all annotations that are this plugin's to write; an author's are left out. */
export const OWN_PREFIX = 'orchestr8.io/';

/** Name of the module that an entity of another kind stands for. */
export const MODULE_ANNOTATION = 'orchestr8.io/module';

/** Version of that module in its `o8-module.yaml`. */
export const VERSION_ANNOTATION = 'orchestr8.io/version';

/**
 * Marks an entity whose file was broken from the start: its name could be read,
 * its specification not. Its problems are in `status.items`.
 */
export const INVALID_ANNOTATION = 'orchestr8.io/invalid';

/** Annotations that say where an entity came from; the catalog writes its own. */
const OF_THE_CATALOG =
  /^backstage\.io\/(managed-by|orphan|view-url|edit-url|source-location)/;

/** Annotations without those that the catalog writes on every entity. */
export function withoutOrigin(
  annotations: Record<string, string> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).filter(([key]) => !OF_THE_CATALOG.test(key)),
  );
}
