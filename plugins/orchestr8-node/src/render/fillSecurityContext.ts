import { fillMissing } from './fillMissing';
import { PodSpec } from './workloads';

/** Fills in what the standard `restricted` demands and the pod does not say. */
export function fillSecurityContext(spec: PodSpec): string[] {
  const filled: string[] = [];
  // Windows knows neither, and the API server refuses them there.
  if ((spec.os as { name?: string } | undefined)?.name === 'windows') {
    return filled;
  }
  const ofPod = { ...spec.securityContext };
  const added = fillMissing(ofPod, {
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  if (added) {
    spec.securityContext = ofPod;
    filled.push('security context of the pod');
  }
  for (const container of [
    ...spec.containers,
    ...(spec.initContainers ?? []),
  ]) {
    const context = { ...container.securityContext };
    const capabilities = {
      ...(context.capabilities as Record<string, unknown> | undefined),
    };
    const drops = fillMissing(capabilities, { drop: ['ALL'] });
    const escalation = fillMissing(context, {
      allowPrivilegeEscalation: false,
    });
    if (drops || escalation) {
      container.securityContext = { ...context, capabilities };
      filled.push(`security context of container ${container.name}`);
    }
  }
  return filled;
}
