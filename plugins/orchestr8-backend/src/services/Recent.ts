/** What was worked out a moment ago, by what it was worked out from; what is kept is bounded. */
export class Recent<Value> {
  private readonly kept = new Map<string, { at: number; value: Value }>();
  private readonly bounds: { ms: number; most: number };

  /** `ms`: for how long something is recent, milliseconds; `most`: how many are kept, the oldest go first. */
  constructor(bounds: { ms: number; most: number }) {
    this.bounds = bounds;
  }

  remember(key: string, value: Value): void {
    const at = performance.now();
    this.kept.delete(key);
    this.kept.set(key, { at, value });
    for (const [oldest, one] of this.kept) {
      if (this.kept.size <= this.bounds.most && this.isRecent(one)) break;
      this.kept.delete(oldest);
    }
  }

  find(key: string): Value | undefined {
    const found = this.kept.get(key);
    return found && this.isRecent(found) ? found.value : undefined;
  }

  private isRecent({ at }: { at: number }): boolean {
    return performance.now() - at < this.bounds.ms;
  }
}
