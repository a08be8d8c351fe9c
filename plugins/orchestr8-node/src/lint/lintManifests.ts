import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { LintContext, LintFinding, LintRule } from './LintRule';
import { availability } from './rules/availability';
import { floatingImages } from './rules/floatingImages';
import { lostState } from './rules/lostState';
import { plainSecrets } from './rules/plainSecrets';
import { purposes } from './rules/purposes';
import { rootContainers } from './rules/rootContainers';
import { writableRoots } from './rules/writableRoots';

const RULES: readonly LintRule[] = [
  floatingImages,
  availability,
  rootContainers,
  writableRoots,
  plainSecrets,
  lostState,
  purposes,
];

/** What good practice (language §10) has to say about the rendered objects; nothing about those that we generate. */
export function lintManifests(
  manifests: readonly Manifest[],
  context: LintContext,
): LintFinding[] {
  const authored = manifests.filter(({ source }) => source !== 'generated');
  return RULES.flatMap(rule => rule(authored, context));
}
