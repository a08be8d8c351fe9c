import { ModuleSource, SourceScan } from '../provider/ModuleSource';

/** Path of the specification of a module of the source. */
export const at = (name: string) => `/modules/${name}/o8-module.yaml`;

/** A source whose files, and what is wrong with them, are set by the test. */
export class FakeSource implements ModuleSource {
  readonly id = 'fake';
  readonly description = 'the fake source';
  files: Record<string, string> = {};
  next: Partial<SourceScan> = {};
  failure?: Error;

  async read(): Promise<SourceScan> {
    if (this.failure) throw this.failure;
    return {
      scope: 'all',
      texts: new Map(
        Object.entries(this.files).map(([name, text]) => [at(name), { text }]),
      ),
      unreadable: new Map(),
      refused: new Map(),
      complete: true,
      certain: true,
      ...this.next,
    };
  }

  async watch() {
    return async () => {};
  }
}
