import { Changed } from './ModuleSource';

/**
 * What a single look at a file seems to say and may be no more than somebody's
 * writing it just now: it is believed when the next look says the same.
 */
export class Doubts {
  private before: ReadonlyMap<string, string> = new Map();
  private now = new Map<string, string>();

  /** A new look at these paths begins; what it does not raise again is settled. */
  begin(scope: Changed): void {
    this.before = this.now;
    this.now = new Map(
      scope === 'all'
        ? []
        : [...this.before].filter(([path]) => !scope.has(path)),
    );
  }

  /** Whether the look before said the same; if not, the path is in doubt. */
  confirm(path: string, claim: string): boolean {
    if (this.before.get(path) === claim) return true;
    this.now.set(path, claim);
    return false;
  }

  paths(): ReadonlySet<string> {
    return new Set(this.now.keys());
  }
}
