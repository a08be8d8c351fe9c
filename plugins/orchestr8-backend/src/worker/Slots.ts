/**
 * How many deployments one process carries out at once. They mostly wait, and
 * those to a cluster that does not answer wait longest: so that they leave room
 * for the others, a cluster never takes more than are left free.
 */
export class Slots {
  private readonly taken = new Map<string, number>();
  private count = 0;

  constructor(
    private readonly bounds: {
      total: number;
      perCluster: number;
    },
  ) {}

  /** Whether there is a slot for some cluster. */
  get any(): boolean {
    return this.count < this.bounds.total;
  }

  /** Clusters that get none now. */
  get full(): readonly string[] {
    const { total, perCluster } = this.bounds;
    const most = Math.min(perCluster, total - this.count);
    return [...this.taken]
      .filter(([, taken]) => taken >= most)
      .map(([cluster]) => cluster);
  }

  /** Answers how to give it back. */
  take(cluster: string): () => void {
    this.change(cluster, 1);
    return () => this.change(cluster, -1);
  }

  private change(cluster: string, by: number): void {
    this.count += by;
    const taken = (this.taken.get(cluster) ?? 0) + by;
    if (taken > 0) this.taken.set(cluster, taken);
    else this.taken.delete(cluster);
  }
}
