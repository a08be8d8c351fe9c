import { createHash } from 'node:crypto';
import { Manifest, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { canonicalJson } from './canonicalJson';

/**
 * The plan's identity: `sha256:` over everything that matters: what would be
 * applied to the byte, where, what it would change, and what stands against
 * it. Not over when it was made, nor over words that only count time.
 */
export function planHash(
  plan: Omit<Plan, 'hash'>,
  manifests: readonly Manifest[],
): string {
  const { createdAt: _, gates, warnings: _warnings, ...matters } = plan;
  const hash = createHash('sha256').update(
    canonicalJson({
      ...matters,
      refusals: plan.refusals.filter(({ kind }) => kind !== 'gate'),
      gates: gates.map(({ gate, met }) => ({ gate, met })),
      manifests,
    }),
  );
  return `sha256:${hash.digest('hex')}`;
}
