/** How much a {@link Problem} matters: an `error` stops a deployment, a `warning` does not. @public */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that is wrong with a module's files, where it stands, and what to do.
 *
 * The same value is shown by the CLI, the wizard, the entity page and an editor.
 *
 * @public
 */
export interface Problem {
  /** Stable code, `O8…`; every code has a page with cause and cure. */
  code: string;
  severity: Severity;
  /** Path inside the module, `/` separated, such as `o8-module.yaml`. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** A whole sentence in words. */
  message: string;
  /** What to do about it, when that is known. */
  hint?: string;
}
