import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { SCALABLE, workloadTemplate } from '../../render/workloads';
import { findingAbout, LintFinding, LintRule } from '../LintRule';
import { selects } from '../selects';

/** Where the users are, one pod is an outage at every restart, and several need protection from being drained at once. */
export const availability: LintRule = (manifests, { last }) =>
  last
    ? manifests
        .filter(({ object }) => SCALABLE.includes(object.kind))
        .flatMap(manifest => judgeWorkload(manifest, manifests))
    : [];

function judgeWorkload(
  manifest: Manifest,
  all: readonly Manifest[],
): LintFinding[] {
  const { kind, metadata, spec } = manifest.object;
  const scaler = all.find(
    ({ object }) =>
      object.kind === 'HorizontalPodAutoscaler' &&
      object.spec?.scaleTargetRef?.kind === kind &&
      object.spec?.scaleTargetRef?.name === metadata.name,
  );
  const replicas = scaler
    ? scaler.object.spec.minReplicas ?? 1
    : spec?.replicas ?? 1;
  if (replicas === 0) {
    return [];
  }
  if (replicas === 1) {
    // Pods with volumes of their own are not copies of each other: one more is another database.
    return spec?.volumeClaimTemplates?.length
      ? []
      : [
          findingAbout(manifest, {
            code: 'O8311',
            path: 'spec.replicas',
            message: `The ${kind} "${metadata.name}" has a single replica in the last environment: every restart is an outage.`,
            hint: 'Set `replicaCount: 2` or more in the overlay of the last environment.',
          }),
        ];
  }
  const labels = workloadTemplate(manifest.object)?.metadata?.labels ?? {};
  const isProtected = all.some(
    ({ object }) =>
      object.kind === 'PodDisruptionBudget' &&
      selects(object.spec?.selector, labels),
  );
  return scaler || isProtected
    ? []
    : [
        findingAbout(manifest, {
          code: 'O8312',
          path: 'spec.replicas',
          message: `The ${kind} "${metadata.name}" has ${replicas} replicas in the last environment, and neither a HorizontalPodAutoscaler nor a PodDisruptionBudget: a node's maintenance may stop them all at once.`,
          hint: 'Add a PodDisruptionBudget that selects its pods, such as with `maxUnavailable: 1`.',
        }),
      ];
}
