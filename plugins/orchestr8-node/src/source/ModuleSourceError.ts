/** Files that cannot be a module: a link, a special file, a path that leaves the folder, or too much of it. */
export class ModuleSourceError extends Error {
  /** Path inside the module, when one file is meant. */
  readonly path?: string;

  constructor(
    message: string,
    details: { path?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'ModuleSourceError';
    this.path = details.path;
  }
}
