import { createHash } from 'node:crypto';
import { Manifest, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { canonicalJson } from './canonicalJson';

/**
 * The plan's identity: `sha256:` over everything that matters: what would be
 * applied to the byte, where, what it would change, and what stands against
 * it. Not over when it was made, nor over the gates: time and people clear
 * them, an approval of this very plan among them, and they are looked at again
 * before anything is applied.
 */
export function planHash(
  plan: Omit<Plan, 'hash'>,
  manifests: readonly Manifest[],
): string {
  const { createdAt: _, gates: _gates, warnings: _warnings, ...matters } = plan;
  const hash = createHash('sha256').update(
    canonicalJson({
      ...matters,
      refusals: plan.refusals.filter(({ kind }) => kind !== 'gate'),
      manifests,
    }),
  );
  return `sha256:${hash.digest('hex')}`;
}
