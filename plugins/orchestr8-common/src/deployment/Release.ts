/**
 * The immutable content of one module at one version, addressed by digest.
 *
 * @public
 */
export interface Release {
  /** `sha256:` and 64 hex digits over paths and bytes of all files. */
  digest: string;
  module: string;
  version: string;
  /** Where the files came from: a URL or folder location, or `upload`. */
  source: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Entity reference of who made it. */
  createdBy: string;
}
