import { createHash } from 'node:crypto';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';

/** First bytes of what is hashed: another form would be another word here. */
const FORM = 'orchestr8-release-v1';

/**
 * Digest of a release: `sha256:` and 64 hex digits over paths and bytes.
 *
 * Each part is preceded by its length in bytes (8, big endian), so no two
 * different modules give the same stream; paths are ordered by UTF-16 code
 * unit, so the order of reading does not matter.
 */
export function releaseDigest(files: ModuleFiles): string {
  const hash = createHash('sha256');
  const part = (bytes: Uint8Array) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.byteLength));
    hash.update(length).update(bytes);
  };
  part(Buffer.from(FORM));
  for (const path of [...files.keys()].sort()) {
    part(Buffer.from(path, 'utf8'));
    part(files.get(path)!);
  }
  return `sha256:${hash.digest('hex')}`;
}
