import { createHash } from 'node:crypto';
import {
  Manifest,
  Plan,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { canonicalJson } from './canonicalJson';

/** Refusals that what else is hashed, or what is looked at again, stands for. */
const RETOLD: ReadonlySet<Refusal['kind']> = new Set(['gate', 'dependency']);

/**
 * The plan's identity: `sha256:` over everything that matters: what would be
 * applied to the byte, where, what it would change, and what stands against
 * it. Not over when it was made, nor over the gates: time and people clear
 * them, an approval of this very plan among them, and they are looked at again
 * before anything is applied; nor over which states of live objects were seen: a
 * new one that makes no difference is none. Of dependencies it is how they stand, not the words:
 * those name ways out, and a release of another module must not make a plan stale.
 */
export function planHash(
  plan: Omit<Plan, 'hash'>,
  manifests: readonly Manifest[],
): string {
  const { createdAt: _, gates: _gates, warnings: _warnings, ...matters } = plan;
  const hash = createHash('sha256').update(
    canonicalJson({
      ...matters,
      changes: plan.changes.map(({ seen: _seen, ...rest }) => rest),
      dependencies: plan.dependencies.map(
        ({ message: _words, ...rest }) => rest,
      ),
      refusals: plan.refusals.filter(({ kind }) => !RETOLD.has(kind)),
      manifests,
    }),
  );
  return `sha256:${hash.digest('hex')}`;
}
