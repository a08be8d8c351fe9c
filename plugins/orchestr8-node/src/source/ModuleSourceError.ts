/** Files that cannot be a module: a link, a special file, a path that leaves the folder, or too much of it. */
export class ModuleSourceError extends Error {
  /** Path inside the module, when one file is meant. */
  readonly path?: string;
  /** Code of the problem that this is, where the language has one. */
  readonly code?: 'O8002' | 'O8203' | 'O8204' | 'O8205';

  constructor(
    message: string,
    details: {
      path?: string;
      code?: ModuleSourceError['code'];
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'ModuleSourceError';
    this.path = details.path;
    this.code = details.code;
  }
}
