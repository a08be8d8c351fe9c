import {
  KubernetesObject,
  Manifest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { RESTARTED_AT } from '../render/moduleLabels';
import { workloadTemplate } from '../render/workloads';

/** The manifest with the restart mark that its live object bears: leaving it out would restart the pods once more. */
export function keepRestarts(
  manifest: Manifest,
  live: KubernetesObject | undefined,
): Manifest {
  const mark =
    live && workloadTemplate(live)?.metadata?.annotations?.[RESTARTED_AT];
  const template = workloadTemplate(manifest.object);
  if (!mark || !template || template.metadata?.annotations?.[RESTARTED_AT]) {
    return manifest;
  }
  const object = structuredClone(manifest.object);
  const own = workloadTemplate(object)!;
  own.metadata = {
    ...own.metadata,
    annotations: { ...own.metadata?.annotations, [RESTARTED_AT]: mark },
  };
  return { ...manifest, object };
}
