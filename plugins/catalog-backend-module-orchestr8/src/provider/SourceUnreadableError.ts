/** A source of modules cannot be read as a whole: absent, not permitted, or broken. */
export class SourceUnreadableError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'SourceUnreadableError';
  }
}
