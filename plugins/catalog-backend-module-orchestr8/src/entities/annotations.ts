/** Name of the module that an entity stands for. */
export const MODULE_ANNOTATION = 'orchestr8.io/module';

/** Version of the module in its `o8-module.yaml`. */
export const VERSION_ANNOTATION = 'orchestr8.io/version';

/**
 * Marks an entity whose file was broken from the start: its name could be read,
 * its specification not. Its problems are in `status.items`.
 */
export const INVALID_ANNOTATION = 'orchestr8.io/invalid';
