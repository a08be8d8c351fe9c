import { ReleasedModule } from './Releases';

/** Bytes of files that are kept, the latest used last; a release that takes a large part of them is not kept. */
const MOST_BYTES = 16 * 2 ** 20;

/** Releases that were used lately, with their content as it was read: a digest stands for the same for ever. */
export class RecentReleases {
  private readonly known = new Map<
    string,
    { released: ReleasedModule; bytes: number }
  >();
  private bytes = 0;

  remember(released: ReleasedModule): void {
    const { digest } = released.release;
    this.forget(digest);
    const bytes = sizeOf(released);
    if (bytes > MOST_BYTES / 8) return;
    this.known.set(digest, { released, bytes });
    this.bytes += bytes;
    for (const [oldest] of this.known) {
      if (this.bytes <= MOST_BYTES) break;
      this.forget(oldest);
    }
  }

  find(digest: string): ReleasedModule | undefined {
    const found = this.known.get(digest);
    if (!found) return undefined;
    this.known.delete(digest);
    this.known.set(digest, found);
    return found.released;
  }

  private forget(digest: string): void {
    this.bytes -= this.known.get(digest)?.bytes ?? 0;
    this.known.delete(digest);
  }
}

function sizeOf({ files }: ReleasedModule): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}
