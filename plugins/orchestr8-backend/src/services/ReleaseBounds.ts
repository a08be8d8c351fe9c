import { DatabaseReleases } from '../store/DatabaseReleases';
import { scaleBounds } from './scaleBounds';

/** Releases whose bounds are remembered: they never change. */
const REMEMBERED = 1_000;

/** Between how many replicas a release may be scaled, without reading it each time. */
export class ReleaseBounds {
  private readonly releases: Pick<DatabaseReleases, 'files'>;
  private readonly known = new Map<string, { min: number; max: number }>();

  constructor(releases: Pick<DatabaseReleases, 'files'>) {
    this.releases = releases;
  }

  /** Undefined for a release whose content the portal does not have. */
  async of(
    release: string,
    environment: string,
  ): Promise<{ min: number; max: number } | undefined> {
    const key = `${release} ${environment}`;
    const known = this.known.get(key);
    if (known) {
      return known;
    }
    const files = await this.releases.files(release);
    if (files.size === 0) {
      return undefined;
    }
    const bounds = scaleBounds(files, environment);
    const [oldest] = this.known.keys();
    if (this.known.size >= REMEMBERED && oldest !== undefined) {
      this.known.delete(oldest);
    }
    this.known.set(key, bounds);
    return bounds;
  }
}
