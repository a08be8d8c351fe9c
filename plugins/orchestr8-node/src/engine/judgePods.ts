import {
  Manifest,
  PodSecurityStandard,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PodSecurityVerdict } from '../policy/PolicyContext';
import { PodTemplate, podTemplates } from '../render/podTemplates';
import { PodSecurityFinding, Renderer, RenderError } from '../render/Renderer';

/** A Pod Security Standard at a version of Kubernetes, `latest` or `v1.36`. */
export interface PinnedStandard {
  level: PodSecurityStandard;
  version: string;
}

/**
 * Gathers upstream's verdict on every pod template of the manifests, for the
 * policy gate. Templates without findings are left out.
 *
 * @throws RenderError of kind `unavailable`.
 */
export async function judgePods(
  renderer: Pick<Renderer, 'judge'>,
  manifests: readonly Manifest[],
  standard: PinnedStandard,
): Promise<PodSecurityVerdict[]> {
  const verdicts = manifests.flatMap(manifest =>
    podTemplates(manifest.object).map(async template => ({
      manifest,
      path: template.path,
      findings: await judge(renderer, template, standard),
    })),
  );
  return (await Promise.all(verdicts)).filter(
    ({ findings }) => findings.length > 0,
  );
}

/** What cannot be read as a pod is not allowed as one. */
async function judge(
  renderer: Pick<Renderer, 'judge'>,
  { metadata, spec }: PodTemplate,
  standard: PinnedStandard,
): Promise<PodSecurityFinding[]> {
  try {
    return await renderer.judge({ ...standard, metadata, spec });
  } catch (error) {
    if (error instanceof RenderError && error.kind !== 'unavailable') {
      return [{ reason: 'not a valid pod', detail: error.message }];
    }
    throw error;
  }
}
