import { findRenderer as find } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Terminal } from '../session/Terminal';

/** Path of the renderer binary: `O8_RENDERER`, else the package of this platform, else what the bootstrap built into the cache; absent when there is none. */
export function findRenderer(
  env: Terminal['env'],
): Promise<string | undefined> {
  return find({ env });
}
